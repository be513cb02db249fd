import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type ReporterDescription } from '@playwright/test';
import { findBrowser, flags } from '../../scripts/browser.mjs';
import { freePair } from './free-pair.js';

const root = join(import.meta.dirname, '../..');
const report = process.env.CRM_TEST_REPORT;

// Playwright reads this file in every worker: the first reading settles what all of them share.
const port = Number((process.env.CRM_E2E_PORT ??= String(await freePair())));
const dataDir = (process.env.CRM_E2E_DATA ??= temporaryFolder());

/** Where the tests find the CRM and, on another site, the shop. */
process.env.CRM_E2E_CRM = `http://127.0.0.1:${port}`;
process.env.CRM_E2E_SHOP = `http://localhost:${port + 1}`;

const reporter: ReporterDescription[] = [['list']];
if (report) reporter.push(['json', { outputFile: report }]);

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: join(root, '.cache/e2e'),
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter,
  use: {
    baseURL: process.env.CRM_E2E_CRM,
    launchOptions: { executablePath: await findBrowser(), args: flags },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    cwd: root,
    url: `http://127.0.0.1:${port}/readyz`,
    env: { PORT: String(port), CRM_DATA_DIR: dataDir },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});

/** Gone when the process that made it ends; the server has stopped by then. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crm-e2e-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
