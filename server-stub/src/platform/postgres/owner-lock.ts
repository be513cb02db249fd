import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './process-identity.js';
import { PlatformStartError } from './start-error.js';

/** The file in the data folder that says whose it is. */
const LOCK_FILE = 'owner.json';

interface Owner {
  pid: number;
  started: string;
  /** Folder of the socket, so that the next owner can clear it away. */
  socketDir: string;
}

/** What the owner before left, and the way to give the folder back. */
export interface OwnerLock {
  /** Socket folder of an owner that died without clearing up. */
  leftover: string | undefined;
  release(): void;
}

/**
 * Makes this process the owner of the data folder. PostgreSQL's own lock guards its files; this
 * one tells two servers apart from one server and the orphan of a dead one.
 * @throws PlatformStartError while another living process is the owner.
 */
export function lockFolder(dataDir: string, socketDir: string): OwnerLock {
  const lock = join(dataDir, LOCK_FILE);
  const mine = join(dataDir, `${LOCK_FILE}.${process.pid}`);
  const owner: Owner = { pid: process.pid, started: startOf(process.pid), socketDir };
  writeFileSync(mine, JSON.stringify(owner), { mode: 0o600 });
  let leftover: string | undefined;
  try {
    // A link appears with its content and never replaces another: the lock is taken at once or not.
    while (!tryLink(mine, lock)) {
      const other = readOwner(lock);
      if (other && isLiving(other)) throw inUse(dataDir, other.pid);
      leftover = other?.socketDir ?? leftover;
      clearStale(lock, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    leftover,
    release() {
      if (readOwner(lock)?.pid === process.pid) rmSync(lock, { force: true });
    },
  };
}

/** Takes a dead owner's lock away, and puts it back if a living process took it meanwhile. */
function clearStale(lock: string, aside: string): void {
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const taken = readOwner(aside);
  if (taken && isLiving(taken)) tryLink(aside, lock);
  rmSync(aside, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner>;
    if (
      typeof value.pid !== 'number' ||
      typeof value.started !== 'string' ||
      typeof value.socketDir !== 'string'
    )
      return undefined;
    return { pid: value.pid, started: value.started, socketDir: value.socketDir };
  } catch {
    return undefined;
  }
}

function isLiving({ pid, started }: Owner): boolean {
  return isAlive(pid) && startOf(pid) === started;
}

function inUse(dataDir: string, pid: number): PlatformStartError {
  return new PlatformStartError(
    `data folder ${dataDir} is in use by process ${pid}; stop it, or set CRM_DATA_DIR to another folder`,
  );
}
