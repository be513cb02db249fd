import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { until } from '../../server-stub/src/testing/until.js';
import { connect } from 'node:net';
import { freePort } from './nodes.js';

const SERVER = '/usr/bin/redis-server';

export interface Redis {
  url: string;
  stop(): Promise<void>;
}

/** A Redis of the run's own, in memory. @throws with advice where none is installed */
export async function startRedis(): Promise<Redis> {
  if (!existsSync(SERVER)) {
    throw new Error(
      `There is no ${SERVER}; install it to run with Redis (Debian: apt-get install redis-server).`,
    );
  }
  const port = await freePort();
  const child = spawn(
    SERVER,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: 'ignore',
    },
  );
  const exited = once(child, 'exit');
  await until(() => accepts(port), 'Redis to be ready');
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
