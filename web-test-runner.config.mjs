import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser, flags } from './scripts/browser.mjs';

const report = process.env.CRM_TEST_REPORT;

/** Every test with its outcome, for scripts/test.mjs. */
const jsonReporter = {
  stop({ sessions }) {
    const outcome = (test) => (test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed');
    const inSuite = (suite, before) => [
      ...suite.tests.map((test) => ({
        title: [...before, test.name].join(' '),
        status: outcome(test),
        reason: test.error?.message,
      })),
      ...suite.suites.flatMap((inner) => inSuite(inner, [...before, inner.name])),
    ];
    const results = [...sessions].flatMap((session) => {
      const file = relative(import.meta.dirname, session.testFile);
      const tests = session.testResults ? inSuite(session.testResults, []) : [];
      const crashed = !session.passed && !tests.some(({ status }) => status === 'failed');
      if (crashed) tests.push({ title: `${file}: did not finish`, status: 'failed' });
      return tests.map((test) => ({ ...test, file }));
    });
    writeFileSync(report, JSON.stringify(results));
  },
};

export default {
  files: 'packages/*/src/**/*.test.ts',
  rootDir: '.',
  nodeResolve: { exportConditions: ['source', 'browser'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.base.json' })],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: await findBrowser(), args: flags }, concurrency: 1 }),
  ],
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 15_000 } },
  reporters: [defaultReporter({ reportTestProgress: false }), ...(report ? [jsonReporter] : [])],
};
