import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './paths.mjs';

/** @typedef {{ title: string, status: 'passed' | 'failed' | 'skipped', file?: string, reason?: string, flaky?: boolean }} Outcome */

/**
 * @param {string} path of vitest's JSON report
 * @returns {Outcome[]}
 */
export function vitestResults(path) {
  const files = read(path)?.testResults ?? [];
  return files.flatMap(({ name, status: whole, message, assertionResults }) => {
    const file = relative(root, name).replaceAll('\\', '/');
    const tests = assertionResults.map(({ fullName, status, failureMessages }) => ({
      title: fullName,
      status: outcome(status),
      file,
      reason: failureMessages?.[0],
    }));
    const crashed = whole === 'failed' && !tests.some(({ status }) => status === 'failed');
    return crashed
      ? [...tests, { title: `${file}: ${message || 'did not run'}`, status: 'failed', file }]
      : tests;
  });
}

/**
 * @param {string} path of the report that web-test-runner.config.mjs writes
 * @returns {Outcome[]}
 */
export function elementResults(path) {
  return read(path) ?? [];
}

/**
 * @param {string} path of Playwright's JSON report
 * @returns {Outcome[]}
 */
export function playwrightResults(path) {
  const report = read(path);
  if (!report) return [];
  const inSuite = (suite, before) => {
    // The outermost title is the file's name, which is no part of a test's title.
    const here = suite.file === suite.title ? before : [...before, suite.title];
    const specs = (suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({
        title: [...here, spec.title].join(' '),
        status: outcome(test.status),
        file: spec.file,
        reason: test.results.find(({ error }) => error)?.error.message,
      })),
    );
    return [...specs, ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, here))];
  };
  const errors = report.errors.map(({ message }) => ({ title: message ?? 'error', status: 'failed' }));
  return [...report.suites.flatMap((suite) => inSuite(suite, [])), ...errors];
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** The runners' words for an outcome. */
function outcome(status) {
  if (status === 'passed' || status === 'expected') return 'passed';
  return ['skipped', 'pending', 'todo', 'disabled'].includes(status) ? 'skipped' : 'failed';
}
