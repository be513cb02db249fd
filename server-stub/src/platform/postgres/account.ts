import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { program } from './binaries.js';

/** The account that PostgreSQL runs under. It refuses to run as root. */
export interface Account {
  /** Words in front of the command. */
  prefix: readonly string[];
  /** Set only where root hands over to another user. */
  user?: { uid: number; gid: number };
}

/** Anybody but root runs PostgreSQL as they are. */
export const SELF: Account = { prefix: [] };

/**
 * Root in the clothes of nobody, in a user namespace of its own: to the system the process is
 * still root's, so that it reads and writes what root owns, even in a folder that only root may
 * enter; to PostgreSQL it is an ordinary user. Nobody has a name on every system; initdb asks for it.
 */
export const DISGUISED_ROOT: Account = { prefix: ['unshare', '-U', '--map-user=65534', '--map-group=65534'] };

/** The user of nobody in particular, where root cannot be disguised. */
export const NOBODY: Account = { prefix: [], user: { uid: 65_534, gid: 65_534 } };

/** Says whether this process is root, and so has to hand PostgreSQL over. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account that owns a folder; root's own folders are for root in disguise. */
export function accountOfOwner(folder: string): Account {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? DISGUISED_ROOT : { prefix: [], user: { uid, gid } };
}

/** Says whether the account may enter a folder. Tried for real, since modes alone do not tell. */
export function canEnter(account: Account, folder: string): boolean {
  return succeeds(account, ['sh', '-c', 'cd "$1"', 'sh', folder]);
}

/** Says whether the account can run PostgreSQL from these binaries. */
export function canRun(account: Account, binaries: string): boolean {
  return succeeds(account, [program(binaries, 'postgres'), '--version']);
}

function succeeds(account: Account, command: string[]): boolean {
  const [file, ...args] = [...account.prefix, ...command] as [string, ...string[]];
  return spawnSync(file, args, { ...account.user, cwd: '/', stdio: 'ignore' }).status === 0;
}
