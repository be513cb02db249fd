import { mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { lockFolder, type OwnerLock } from './owner-lock.js';
import { dataFolderError, PlatformStartError } from './start-error.js';

/**
 * Makes the data folder and takes it for this process.
 * @returns its real path and the lock.
 * @throws PlatformStartError when it cannot be written or belongs to a living process.
 */
export function openDataFolder(dataDir: string, socketDir: string): { folder: string; lock: OwnerLock } {
  try {
    mkdirSync(dataDir, { recursive: true });
    const folder = realpathSync(resolve(dataDir));
    return { folder, lock: lockFolder(folder, socketDir) };
  } catch (error) {
    if (error instanceof PlatformStartError) throw error;
    throw dataFolderError(dataDir, error);
  }
}
