import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Workspace packages are tested as sources: no build needed, and stack traces name the lines one edits.
const resolve = { conditions: ['source', 'module', 'node', 'development|production'] };
const ssr = { resolve };
const environment = 'node' as const;
// What tsconfig.base.json asks for; test files are outside the packages' own tsconfig.json.
const oxc = {
  decorator: { legacy: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
  assumptions: { setPublicClassFields: true },
};

const serverSetup = 'server-stub/src/testing/global-setup.ts';
const report = process.env.CRM_TEST_REPORT;

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Tests wait more than they compute: a machine of two cores runs two files at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        resolve,
        ssr,
        oxc,
        test: {
          name: 'packages',
          environment,
          include: ['packages/*/src/**/*.spec.ts'],
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        ssr,
        oxc,
        test: {
          name: 'server',
          environment,
          include: [
            'server-stub/src/**/*.spec.ts',
            'tests/{server,chaos,clients}/**/*.spec.ts',
            'examples/**/*.spec.ts',
          ],
          globalSetup: existsSync(serverSetup) ? [serverSetup] : [],
          // A test may start a backend of its own, on a machine that is busy with others.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        oxc,
        test: {
          name: 'structure',
          environment,
          include: ['tests/structure/**/*.spec.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
