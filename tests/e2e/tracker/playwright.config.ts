import { defineConfig } from '@playwright/test';
import { findBrowser, flags } from '../../../scripts/browser.mjs';

/** The tracker alone against a recording collector: needs the bundles, no backend. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../../.cache/e2e-tracker',
  workers: 2,
  timeout: 40_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: { launchOptions: { executablePath: await findBrowser(), args: flags } },
});
