/**
 * Says which features of the checklist a passing test drives, by the ids in the titles of the last whole
 * `npm test`: `[VIS-05] new visitors become leads`. The last line is `N of 425`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { families, idsOf, total } from './lib/features.mjs';
import { cache } from './lib/paths.mjs';

const path = join(cache, 'test-results.json');
if (!existsSync(path)) {
  process.stderr.write('No results yet: run `npm test` first.\n');
  process.exit(1);
}

/** @type {import('./test.mjs').Result[]} */
const results = JSON.parse(readFileSync(path, 'utf8'));
const driven = new Set();
for (const { suite, title, status, file } of results) {
  const claim = idsOf(title);
  // Of the tests in Node only the server's go through something public: its HTTP.
  const isInside =
    suite === 'unit' && !/^(server-stub|tests\/server)\//.test(file ?? '') && claim.ids.length > 0;
  const { ids, problem } = isInside ? { ...claim, problem: 'drives neither a page nor public HTTP' } : claim;
  if (problem) {
    process.stderr.write(`${suite}: ${title}\n  ${problem}\n`);
    process.exitCode = 1;
  } else if (status === 'passed') {
    for (const id of ids) driven.add(id);
  }
}

for (const family of Object.keys(families)) {
  const ids = [...driven].filter((id) => id.startsWith(`${family}-`)).sort();
  process.stdout.write(
    `${family}: ${ids.length} of ${families[family]}${ids.length ? `: ${ids.join(' ')}` : ''}\n`,
  );
}
process.stdout.write(`${driven.size} of ${total}\n`);
