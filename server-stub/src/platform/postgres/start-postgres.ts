import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { openDataFolder } from './data-folder.js';
import { loopbackEndpoint, makeSocketFolder, removeSocketFolder, socketEndpoint } from './endpoint.js';
import { clusterOf, findHome } from './home.js';
import { keepRunning } from './keeper.js';
import type { PostgresLog } from './log.js';
import { stopOrphan } from './orphan.js';
import { parameterArguments } from './parameters.js';
import { runServer } from './server-process.js';

export interface PostgresOptions {
  /** The server's data folder; made if it is missing. */
  dataDir: string;
  log: PostgresLog;
  /** For tests: nothing is synced to the disk, nothing survives a power cut. */
  throwaway?: boolean;
}

/** The embedded PostgreSQL of a data folder. */
export interface Postgres {
  /** Stays the same while the server is brought back after a crash. */
  connectionString: string;
  /** Stops the server and gives the data folder back. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on the data folder and brings it back whenever it ends by itself.
 * @throws PlatformStartError when the folder is not writable or in use, or PostgreSQL cannot run.
 */
export async function startPostgres({ dataDir, log, throwaway = false }: PostgresOptions): Promise<Postgres> {
  const socketDir = makeSocketFolder();
  let release = () => removeSocketFolder(socketDir);
  try {
    const { folder, lock } = openDataFolder(dataDir, socketDir);
    release = () => {
      removeSocketFolder(socketDir);
      lock.release();
    };
    await stopOrphan(clusterOf(folder), log);
    if (lock.leftover) removeSocketFolder(lock.leftover);
    const home = findHome(folder, findBinaries(), log);
    const endpoint =
      process.platform === 'win32' ? await loopbackEndpoint(folder) : socketEndpoint(socketDir, home.account);
    await ensureCluster(home, endpoint.initArguments, throwaway);
    const serverArguments = [...endpoint.serverArguments, ...parameterArguments(throwaway)];
    const start = () => runServer(home, serverArguments, log);
    const keeper = keepRunning({
      first: await start(),
      start,
      clear: () => stopOrphan(home.cluster, log),
      log,
    });
    return {
      connectionString: endpoint.connectionString,
      async stop() {
        await keeper.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
