import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresLog } from './log.js';
import { isAlive, servesFolder } from './process-identity.js';
import { PlatformStartError } from './start-error.js';

const PATIENCE_MS = 30_000;

/** The id of the server process that wrote `postmaster.pid` into the cluster; undefined if none did. */
export function postmasterOf(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 0 ? pid : undefined;
}

/**
 * Stops a server that outlived its owner, and clears the file of one that is gone. Call it only
 * as the owner of the data folder.
 * @throws PlatformStartError when the server does not stop.
 */
export async function stopOrphan(cluster: string, log: PostgresLog): Promise<void> {
  const pid = postmasterOf(cluster);
  if (pid === undefined) return;
  if (servesFolder(pid, realpathSync(cluster))) {
    log.warn(`stopping PostgreSQL process ${pid}, which outlived the server that started it`);
    await stopPostmaster(pid);
  } else {
    // The id may belong to any process by now; PostgreSQL would take it for a server and refuse.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
}

async function stopPostmaster(pid: number): Promise<void> {
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];
  for (const signal of signals) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new PlatformStartError(
        `PostgreSQL process ${pid} uses the data folder and cannot be stopped: ${(error as Error).message}`,
      );
    }
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      if (!isAlive(pid)) return;
      await delay(20);
    }
  }
  throw new PlatformStartError(`PostgreSQL process ${pid} uses the data folder and does not stop`);
}
