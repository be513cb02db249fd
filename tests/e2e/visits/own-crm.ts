import { test as base } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePair } from '../free-pair.js';

/** Where a CRM of its own and its shop answer. */
export interface OwnCrm {
  origin: string;
  shop: string;
}

/** A CRM for tests that switch the tracking off, empty it or set it up in another way: nobody else's is disturbed. */
export const test = base.extend<object, { crm: OwnCrm }>({
  crm: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
    async ({}, use) => {
      const port = await freePair();
      const data = mkdtempSync(join(tmpdir(), 'crm-e2e-own-'));
      const env = { ...process.env, PORT: String(port), CRM_DATA_DIR: data };
      const server = spawn(process.execPath, ['scripts/start.mjs'], {
        cwd: join(import.meta.dirname, '../../..'),
        env,
        stdio: 'ignore',
      });
      const ended = once(server, 'exit');
      const origin = `http://127.0.0.1:${port}`;
      await base.expect
        .poll(async () => (await fetch(`${origin}/readyz`).catch(() => undefined))?.status, {
          timeout: 120_000,
        })
        .toBe(200);
      await use({ origin, shop: `http://localhost:${port + 1}` });
      server.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 150_000 },
  ],
});
