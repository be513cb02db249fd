import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const local = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The backend on a data folder of its own, with its database as durable as ever. */
export async function startBackend() {
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-bench-'));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    CRM_DATA_DIR: dataDir,
    CRM_SEED: 'demo',
    LOG_LEVEL: 'warn',
    PORT: String(port),
  };
  const loader = new URL('../../server-stub/src/testing/run-typescript.mjs', import.meta.url).href;
  const main = local('../../server-stub/src/main.ts');
  const child = spawn(process.execPath, ['--import', loader, '--conditions=source', main], {
    env,
    stdio: 'inherit',
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(port, child);
  } catch (error) {
    await stop();
    throw error;
  }
  const { socketDir } = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8'));
  return {
    port,
    pid: child.pid,
    database: { host: socketDir, user: 'postgres', database: 'postgres' },
    stop,
  };
}

/** `node:http` that answers without looking at the request: what no server in Node can beat. */
export async function startRawServer() {
  const child = spawn(process.execPath, [local('./raw-http.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    port: Number(port),
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

export async function connect(database) {
  const client = new pg.Client(database);
  await client.connect();
  return client;
}

async function untilReady(port, child) {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (child.exitCode !== null) throw new Error('the backend does not start');
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the backend is not ready after 30 s');
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
