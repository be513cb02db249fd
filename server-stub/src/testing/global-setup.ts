import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../platform/postgres/index.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the cluster that all tests of a run share. */
    postgres: string;
  }
}

/** Starts one PostgreSQL for the whole run; each test makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-tests-'));
  const quiet = () => undefined;
  const tell = (message: string) => void process.stderr.write(`${message}\n`);
  const postgres = await startPostgres({
    dataDir,
    throwaway: true,
    log: { debug: quiet, info: quiet, warn: tell, error: tell },
  });
  project.provide('postgres', postgres.connectionString);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
