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

/** The backend on a data folder of its own, with its database as durable as ever. @param settings further environment */
export async function startBackend(settings = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-bench-'));
  const port = await freePort();
  let running;
  const start = async () => {
    running = await runBackend(dataDir, port, settings);
  };
  const end = async (signal) => {
    running.child.kill(signal);
    await running.exited;
  };
  await start();
  return {
    port,
    pid: running.child.pid,
    /** Where its database is now; a new start moves it. */
    database: () => {
      const { socketDir } = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8'));
      return { host: socketDir, user: 'postgres', database: 'postgres' };
    },
    kill: () => end('SIGKILL'),
    startAgain: start,
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function runBackend(dataDir, port, settings) {
  const env = {
    ...settings,
    PATH: process.env.PATH,
    CRM_DATA_DIR: dataDir,
    CRM_SEED: 'demo',
    LOG_LEVEL: 'error',
    PORT: String(port),
  };
  const loader = new URL('../../server-stub/src/testing/run-typescript.mjs', import.meta.url).href;
  const main = local('../../server-stub/src/main.ts');
  const child = spawn(process.execPath, ['--import', loader, '--conditions=source', main], {
    env,
    stdio: 'inherit',
  });
  const exited = once(child, 'exit');
  try {
    await untilReady(port, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return { child, exited };
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

/** A port of the loopback that nobody uses now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
