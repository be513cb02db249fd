import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startPostgres } from '../../server-stub/src/platform/postgres/index.js';
import { tempFolder } from '../../server-stub/src/testing/temp-folder.js';
import { until } from '../../server-stub/src/testing/until.js';
import { freePort, startBackend, statusOf } from './backend.js';
import { collect, visit } from './collecting.js';

// Each test starts several processes, on machines that may be busy.
vi.setConfig({ testTimeout: 150_000 });

/** A way to a database over TCP that can be cut and mended. */
interface Wire {
  cut: () => Promise<void>;
  mend: () => Promise<void>;
}

function wire(port: number, socketPath: string): Wire {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const cut = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    server = undefined;
  };
  onTestFinished(cut);
  return {
    cut,
    async mend() {
      server = createServer((near) => {
        const far = connect(socketPath);
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one);
          one.pipe(other);
          one
            .on('error', () => other.destroy())
            .on('close', () => {
              sockets.delete(one);
              other.destroy();
            });
        }
      });
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    },
  };
}

/** A database of the test, and a wire to it that is cut at first. */
async function database(): Promise<Wire & { url: string }> {
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const postgres = await startPostgres({ dataDir: tempFolder(), throwaway: true, log });
  onTestFinished(() => postgres.stop());
  const folder = new URL(postgres.connectionString).searchParams.get('host') ?? '';
  const port = await freePort();
  return {
    ...wire(port, join(folder, '.s.PGSQL.5432')),
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
  };
}

describe('a database of its own', () => {
  it('may be down at the start: 503 until it is there, then all works without a restart', async () => {
    const { url, mend } = await database();
    const backend = await startBackend({ CRM_DATA_DIR: tempFolder(), DATABASE_URL: url });
    await until(
      async () => (await statusOf(`${backend.origin}/healthz`)) === 200,
      'the backend to listen',
      60_000,
    );
    expect(await statusOf(`${backend.origin}/readyz`)).toBe(503);
    expect(await collect(backend.origin, visit(1))).toBe(503);
    await mend();
    await backend.ready();
    expect(await collect(backend.origin, visit(1))).toBe(200);
    const told = backend.lines.filter((line) => line.includes('The database cannot be reached'));
    expect(told).toHaveLength(1);
  });

  it('may go down later: 503 while it is away, then all works without a restart', async () => {
    const { url, cut, mend } = await database();
    await mend();
    const backend = await startBackend({ CRM_DATA_DIR: tempFolder(), DATABASE_URL: url });
    await backend.ready();
    expect(await collect(backend.origin, visit(1))).toBe(200);
    await cut();
    expect(await statusOf(`${backend.origin}/healthz`)).toBe(200);
    expect(await statusOf(`${backend.origin}/readyz`)).toBe(503);
    expect(await collect(backend.origin, visit(1))).toBe(503);
    await mend();
    await backend.ready();
    expect(await collect(backend.origin, visit(1))).toBe(200);
  });
});
