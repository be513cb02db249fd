import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { elementResults, playwrightResults, vitestResults } from '../../scripts/lib/results.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crm-results-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A runner's report as it lies on disk. */
function report(content: object): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('the results of', () => {
  it('vitest are its tests, and one failure for a file that could not be read', () => {
    const path = report({
      testResults: [
        {
          name: join(root, 'packages/core/src/store.spec.ts'),
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'store works', status: 'passed' },
            { fullName: 'store breaks', status: 'failed', failureMessages: ['expected 1 to be 2'] },
            { fullName: 'store waits', status: 'pending' },
          ],
        },
        {
          name: join(root, 'broken.spec.ts'),
          status: 'failed',
          message: 'SyntaxError',
          assertionResults: [],
        },
      ],
    });
    const file = 'packages/core/src/store.spec.ts';
    expect(vitestResults(path)).toEqual([
      { title: 'store works', status: 'passed', file },
      { title: 'store breaks', status: 'failed', file, reason: 'expected 1 to be 2' },
      { title: 'store waits', status: 'skipped', file },
      { title: 'broken.spec.ts: SyntaxError', status: 'failed', file: 'broken.spec.ts' },
    ]);
  });

  it('Playwright are its tests without file names; a flaky one has failed', () => {
    const file = 'shop.e2e.ts';
    const spec = (title: string, status: string, ...messages: string[]) => ({
      title,
      file,
      tests: [{ status, results: messages.map((message) => ({ error: { message } })) }],
    });
    const path = report({
      errors: [{ message: 'the server did not start' }],
      suites: [
        {
          title: file,
          file,
          specs: [spec('[VIS-05] a lead', 'expected'), spec('luck', 'flaky', 'once')],
          suites: [{ title: 'studio', file, specs: [spec('moss', 'unexpected', 'too dry')] }],
        },
      ],
    });
    expect(playwrightResults(path)).toEqual([
      { title: '[VIS-05] a lead', status: 'passed', file },
      { title: 'luck', status: 'failed', file, reason: 'once' },
      { title: 'studio moss', status: 'failed', file, reason: 'too dry' },
      { title: 'the server did not start', status: 'failed' },
    ]);
  });

  it.each([vitestResults, playwrightResults, elementResults])(
    'a run without a report are none (%#)',
    (read) => {
      expect(read(join(folder, 'missing.json'))).toEqual([]);
    },
  );
});
