import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode, type Child } from '../../server-stub/src/testing/child.js';
import { until } from '../../server-stub/src/testing/until.js';
import type { Random } from './random.js';

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A process of the backend that is killed and comes back on the same port. */
export interface Node {
  port: number;
  isReady(): boolean;
  /** SIGKILL, then a new start; resolves when it is ready again. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param env settings of the backend; all nodes get the same */
export async function startNode(env: Record<string, string>): Promise<Node> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-chaos-node-'));
  let child: Child;
  let ready = false;

  async function start(): Promise<void> {
    const args = ['--import', local('./register.mjs'), '--conditions=source'];
    child = runNode([...args, local('../../server-stub/src/main.ts')], {
      PATH: process.env.PATH,
      CHAOS_MUTATE: process.env.CHAOS_MUTATE,
      LOG_LEVEL: 'error',
      ...env,
      CRM_DATA_DIR: dataDir,
      PORT: String(port),
    });
    const mine = child;
    const state = { ended: false };
    void mine.exited.then(() => (state.ended = true));
    await until(async () => state.ended || (await answers(port)), 'a node to be ready', 60_000);
    if (state.ended) throw new Error(`a node ended:\n${mine.lines.join('\n')}`);
    ready = true;
  }

  await start();
  return {
    port,
    isReady: () => ready,
    async kill() {
      ready = false;
      child.process.kill('SIGKILL');
      await child.exited;
      await start();
    },
    async stop() {
      ready = false;
      child.process.kill('SIGTERM');
      await child.exited;
      rmSync(dataDir, { recursive: true, force: true });
      if (child.lines.length > 0) process.stderr.write(`${child.lines.slice(-20).join('\n')}\n`);
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.status === 200;
}

/** A port that takes connections now, as a load balancer without stickiness would pick it. */
export const pickPort = (nodes: readonly Node[], random: Random) => (): number | undefined => {
  const ready = nodes.filter((node) => node.isReady());
  return ready.length > 0 ? random.pick(ready).port : undefined;
};
