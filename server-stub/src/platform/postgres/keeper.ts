import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresLog } from './log.js';
import type { ServerProcess } from './server-process.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

interface Kept {
  first: ServerProcess;
  start: () => Promise<ServerProcess>;
  /** Clears away what the ended server left. */
  clear: () => Promise<void>;
  log: PostgresLog;
}

/** Starts the server anew whenever it ends unasked, with growing pauses while it does not last. */
export function keepRunning({ first, start, clear, log }: Kept): { stop(): Promise<void> } {
  const stopped = new AbortController();
  let server = first;

  async function again(): Promise<void> {
    try {
      await clear();
      server = await start();
      log.info('PostgreSQL runs again');
      if (stopped.signal.aborted) server.stop();
      await server.ended;
    } catch (error) {
      log.error((error as Error).message);
    }
  }

  async function watch(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    await server.ended;
    while (!stopped.signal.aborted) {
      log.error('PostgreSQL ended unexpectedly; starting it again');
      const since = Date.now();
      await again();
      pause = Date.now() - since > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      await delay(pause, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  }

  const done = watch();
  return {
    async stop() {
      stopped.abort();
      server.stop();
      await done;
    },
  };
}
