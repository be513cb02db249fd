import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  accountOfOwner,
  canEnter,
  canRun,
  DISGUISED_ROOT,
  isRoot,
  NOBODY,
  SELF,
  type Account,
} from './account.js';
import type { PostgresLog } from './log.js';
import { PlatformStartError } from './start-error.js';

/** Where PostgreSQL lives: who runs it, from which binaries, on which cluster. */
export interface Home {
  account: Account;
  binaries: string;
  /** The folder of the cluster; it may not exist yet. */
  cluster: string;
}

/** In the data folder: says where the cluster is when it could not be in the data folder itself. */
const LOCATION_FILE = 'postgres.location';

/** The folder of the data folder's cluster, whether it exists or not. */
export function clusterOf(dataDir: string): string {
  const location = join(dataDir, LOCATION_FILE);
  return existsSync(location) ? readFileSync(location, 'utf8').trim() : join(dataDir, 'postgres');
}

/**
 * Finds an account that can run PostgreSQL, and a place for the cluster that this account reaches.
 * @throws PlatformStartError when no account can.
 */
export function findHome(dataDir: string, packaged: string, log: PostgresLog): Home {
  const cluster = clusterOf(dataDir);
  if (!isRoot()) return { account: SELF, binaries: packaged, cluster };
  // Who owns the data runs it, so that a start as root once does not lock the owner out.
  const owner = existsSync(cluster) ? accountOfOwner(cluster) : DISGUISED_ROOT;
  if (canEnter(owner, dirname(cluster)) && canRun(owner, packaged))
    return { account: owner, binaries: packaged, cluster };
  return findHomeOutside(dataDir, cluster, packaged, owner === DISGUISED_ROOT ? NOBODY : owner, log);
}

/** Root cannot be disguised, or the owner of the data cannot read the package. */
function findHomeOutside(
  dataDir: string,
  cluster: string,
  packaged: string,
  account: Account,
  log: PostgresLog,
): Home {
  const user = account.user ?? { uid: 0, gid: 0 };
  let base = dirname(cluster);
  if (!canEnter(account, base)) {
    if (existsSync(cluster)) {
      throw new PlatformStartError(
        `user ${user.uid}, which has to run PostgreSQL, cannot enter ${base}; allow it (chmod o+x), or set CRM_DATA_DIR`,
      );
    }
    base = placeOf(dataDir);
    writeFileSync(join(dataDir, LOCATION_FILE), `${join(base, 'postgres')}\n`);
  }
  const home = {
    account,
    cluster: join(base, 'postgres'),
    binaries: readableBinaries(account, packaged, base),
  };
  if (existsSync(home.cluster)) chownTree(home.cluster, user.uid, user.gid);
  log.warn(
    `this process is root and a user namespace is not allowed here: PostgreSQL runs as user ${user.uid} with its data in ${home.cluster}`,
  );
  return home;
}

/** A place outside for the data of a folder that only root may enter. */
function placeOf(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = join('/var/lib/crm-elements', name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** The packaged binaries, or a copy of them where the account cannot read those. */
function readableBinaries(account: Account, packaged: string, base: string): string {
  if (canRun(account, packaged)) return packaged;
  const copy = join(base, 'postgres-bin', basename(dirname(packaged)));
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
  if (canRun(account, copy)) return copy;
  throw new PlatformStartError(
    `PostgreSQL does not run as root, and user ${account.user?.uid} cannot run it from ${copy}; run as an ordinary user, or set DATABASE_URL`,
  );
}

function chownTree(folder: string, uid: number, gid: number): void {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), uid, gid);
}
