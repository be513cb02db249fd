/**
 * Runs the suites in turn, or the ones named: `node scripts/test.mjs unit elements e2e`. The files of the few tests that
 * failed run once more by themselves, on a machine that is quiet then: what passes then counts as passed, and is told as
 * flaky, to be mended. The last line is `N passed, N failed`; the exit code is 1 when a test failed or a suite did not run.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cache } from './lib/paths.mjs';
import { elementResults, playwrightResults, vitestResults } from './lib/results.mjs';
import { runNode, seconds } from './lib/run.mjs';

/** @typedef {import('./lib/results.mjs').Outcome} Outcome */
/** @typedef {{ suite: string } & Outcome} Result */

/** More than these failed for a reason that a second run does not take away. */
const FEW = 5;

const suites = {
  unit: {
    args: ['node_modules/vitest/vitest.mjs', 'run'],
    again: (files) => files,
    report: 'vitest.json',
    read: vitestResults,
  },
  elements: {
    args: ['node_modules/@web/test-runner/dist/bin.js'],
    again: (files) => files.flatMap((file) => ['--files', file]),
    report: 'elements.json',
    read: elementResults,
  },
  e2e: {
    args: ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts'],
    again: () => ['--last-failed', '--trace', 'retain-on-failure'],
    report: 'e2e.json',
    read: playwrightResults,
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0) {
  process.stderr.write(`No suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}.\n`);
  process.exit(1);
}
const names = asked.length > 0 ? asked : Object.keys(suites);

mkdirSync(cache, { recursive: true });
/** @type {Result[]} */
const results = [];
const times = [];
for (const name of names) {
  const start = performance.now();
  const found = await run(name);
  results.push(...found);
  times.push(`${name}: ${count(found)} in ${seconds(start)}`);
}

// A run of some suites keeps no record: `npm run features` counts whole runs.
if (asked.length === 0) {
  writeFileSync(join(cache, 'test-results.json'), `${JSON.stringify(results, null, 1)}\n`);
}
process.stdout.write(`\n${failures(results)}${times.join('\n')}\n${count(results)}\n`);
process.exitCode = results.some(({ status }) => status === 'failed') ? 1 : 0;

/** @returns {Promise<Result[]>} with a failed one of its own when the suite crashed or had nothing to run */
async function run(name) {
  const first = await runOnce(name, []);
  const failed = first.filter(({ status }) => status === 'failed');
  const files = [...new Set(failed.map(({ file }) => file))];
  if (failed.length === 0 || failed.length > FEW || files.includes(undefined)) return first;
  process.stdout.write(`\n--- ${name}, what failed once more\n`);
  const second = await runOnce(name, suites[name].again(files));
  const outcomesOf = (one, same) =>
    second.filter((other) => other.file === one.file && same(other)).map(({ status }) => status);
  return first.map((one) => {
    const all = outcomesOf(one, () => true);
    const isMended = all.length > 0 && !all.includes('failed');
    if (one.status === 'failed' && isMended) return { ...one, status: 'passed', flaky: true };
    // What stood behind one that failed ran only now.
    const own = outcomesOf(one, ({ title }) => title === one.title);
    return one.status === 'skipped' && own.includes('passed') ? { ...one, status: 'passed' } : one;
  });
}

/** @returns {Promise<Result[]>} */
async function runOnce(name, more) {
  const { args, report, read } = suites[name];
  const path = join(cache, report);
  rmSync(path, { force: true });
  process.stdout.write(`\n--- ${name}\n`);
  const { code } = await runNode([...args, ...more], { env: { CRM_TEST_REPORT: path } });
  const found = read(path).map((result) => ({ suite: name, ...result }));
  const failed = (title) => ({ suite: name, title, status: 'failed' });
  if (found.length === 0) return [failed(`${name}: no test ran`)];
  const crashed = code !== 0 && !found.some(({ status }) => status === 'failed');
  return crashed ? [...found, failed(`${name}: ended with code ${code}`)] : found;
}

/** What failed, at last or at first, and why, once more: the end of a log is what is kept of it. */
function failures(found) {
  const lines = found
    .filter(({ status, flaky }) => status === 'failed' || flaky)
    .map(({ suite, file, title, reason, flaky }) => {
      const where = [suite, file].filter(Boolean).join(' ');
      const why = stripVTControlCharacters(reason ?? '')
        .split('\n')
        .slice(0, 12)
        .join('\n    ');
      return `${flaky ? 'flaky' : 'failed'}: ${where}: ${title}\n    ${why}\n`;
    });
  return lines.length > 0 ? `${lines.join('')}\n` : '';
}

function count(found) {
  const number = (status) => found.filter((result) => result.status === status).length;
  const skipped = number('skipped');
  return `${number('passed')} passed, ${number('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
