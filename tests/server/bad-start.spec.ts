import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { tempFolder } from '../../server-stub/src/testing/temp-folder.js';
import { startBackend } from './backend.js';

// Each test starts several processes, on machines that may be busy.
vi.setConfig({ testTimeout: 150_000 });

describe('a start that cannot succeed ends with code 1 and clear words', () => {
  it('when the port is in use; the data folder is given back', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const dataDir = tempFolder();
    const backend = await startBackend({ CRM_DATA_DIR: dataDir, PORT: String(port) });
    expect(await backend.exited).toBe(1);
    expect(backend.lines).toEqual([`Port ${port} on 127.0.0.1 is in use; set PORT to another one.`]);
    expect(existsSync(join(dataDir, 'owner.json'))).toBe(false);
    await (await startBackend({ CRM_DATA_DIR: dataDir })).ready();
  });

  it.each([{}, { CRM_SECRET: 'x'.repeat(32) }])('when the data folder is not writable, %j', async (env) => {
    const dataDir = join(tempFolder(), 'file');
    writeFileSync(dataDir, '');
    const backend = await startBackend({ CRM_DATA_DIR: dataDir, ...env });
    expect(await backend.exited).toBe(1);
    expect(backend.lines).toHaveLength(1);
    expect(backend.lines[0]).toContain(`data folder ${dataDir} is not writable`);
  });

  it('when another backend uses the data folder, which goes on', async () => {
    const dataDir = tempFolder();
    const first = await startBackend({ CRM_DATA_DIR: dataDir });
    await first.ready();
    const second = await startBackend({ CRM_DATA_DIR: dataDir });
    expect(await second.exited).toBe(1);
    expect(second.lines).toEqual([
      `data folder ${dataDir} is in use by process ${first.pid}; stop it, or set CRM_DATA_DIR to another folder`,
    ]);
    await first.ready();
  });

  it('when settings are wrong: one line for each, none with a secret in it', async () => {
    const backend = await startBackend({
      CRM_DATA_DIR: tempFolder(),
      PORT: 'eighty',
      CRM_SEED: 'everything',
      LOG_LEVEL: 'loud',
      CRM_SECRET: 'hunter2',
      DATABASE_URL: 'mysql://root:hunter2@db',
    });
    expect(await backend.exited).toBe(1);
    const names = backend.lines.map((line) => /^[A-Z_]+/.exec(line)?.[0]);
    expect(names.sort()).toEqual(['CRM_SECRET', 'CRM_SEED', 'DATABASE_URL', 'LOG_LEVEL', 'PORT']);
    expect(backend.lines.join('\n')).not.toContain('hunter2');
  });
});
