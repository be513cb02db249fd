import { createServer, type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { runTypeScript, type Child } from '../../server-stub/src/testing/child.js';
import { until } from '../../server-stub/src/testing/until.js';

const main = new URL('../../server-stub/src/main.ts', import.meta.url);

/** The backend in a process of its own. */
export interface Backend extends Child {
  origin: string;
  /** Resolves when `/readyz` answers 200; rejects when the process ends before. */
  ready(): Promise<void>;
}

/** Starts the backend with the demo organization; it ends with the test, without a word, if it still runs. */
export async function startBackend(env: Record<string, string>): Promise<Backend> {
  const port = env.PORT ?? String(await freePort());
  const child = runTypeScript(main, [], {
    PATH: process.env.PATH,
    CRM_SEED: 'demo',
    LOG_LEVEL: 'warn',
    ...env,
    PORT: port,
  });
  const origin = `http://127.0.0.1:${port}`;
  let ended = false;
  void child.exited.then(() => (ended = true));
  onTestFinished(async () => {
    child.process.kill('SIGTERM');
    await child.exited;
  });
  return {
    ...child,
    origin,
    async ready() {
      await until(
        async () => ended || (await statusOf(`${origin}/readyz`)) === 200,
        'the backend to be ready',
        60_000,
      );
      if (ended) throw new Error(`the backend ended:\n${child.lines.join('\n')}`);
    },
  };
}

/** The status of an address, or 0 when nobody answers. */
export async function statusOf(url: string, init?: RequestInit): Promise<number> {
  try {
    const answer = await fetch(url, init);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

/** A port of the loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
