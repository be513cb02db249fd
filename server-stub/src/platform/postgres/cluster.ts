import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { POSTGRES_MAJOR, program } from './binaries.js';
import type { Home } from './home.js';
import { PlatformStartError } from './start-error.js';

const UNFINISHED = 'postgres.unfinished-';

/**
 * Makes the cluster unless it is there. It is made under another name and renamed when it is
 * complete, so that an interrupted first start leaves nothing that looks like data.
 * @throws PlatformStartError when it cannot be made, or belongs to another major version.
 */
export async function ensureCluster(
  home: Home,
  authentication: readonly string[],
  throwaway: boolean,
): Promise<void> {
  const { cluster, account } = home;
  if (existsSync(cluster)) {
    checkVersion(cluster);
    return;
  }
  const folder = dirname(cluster);
  removeUnfinished(folder);
  const unfinished = join(folder, `${UNFINISHED}${process.pid}`);
  mkdirSync(unfinished, { mode: 0o700 });
  if (account.user) chownSync(unfinished, account.user.uid, account.user.gid);
  await initialize(home, unfinished, [...authentication, ...(throwaway ? ['--no-sync'] : [])]);
  renameSync(unfinished, cluster);
  if (process.platform !== 'win32') syncFolder(folder);
}

/** What first starts left that were cut short. An initdb of theirs may still write: then the next start. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(UNFINISHED))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

function initialize({ account, binaries }: Home, folder: string, extra: string[]): Promise<void> {
  const command = [
    program(binaries, 'initdb'),
    '-D',
    folder,
    '--locale=C',
    // Upper and lower case of every alphabet, the same on every system.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--encoding=UTF8',
    '-U',
    'postgres',
    ...extra,
  ];
  const [file, ...args] = [...account.prefix, ...command] as [string, ...string[]];
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...account.user,
      cwd: process.platform === 'win32' ? undefined : '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (words += chunk));
    child.once('error', (error) =>
      reject(new PlatformStartError(`PostgreSQL's initdb does not start: ${error.message}`)),
    );
    child.once('close', (code) => {
      if (code === 0) {
        resolve();
        return;
      }
      const line =
        /^initdb: error: (.*)$/m.exec(words)?.[1] ?? words.trim().split('\n').at(-1) ?? `exit code ${code}`;
      reject(new PlatformStartError(`PostgreSQL cannot make its data in ${folder}: ${line}`));
    });
  });
}

function checkVersion(cluster: string): void {
  const file = join(cluster, 'PG_VERSION');
  const major = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (major === POSTGRES_MAJOR) return;
  const what = major
    ? `holds data of PostgreSQL ${major}, this version runs ${POSTGRES_MAJOR}; move the data with pg_dump`
    : 'does not hold PostgreSQL data';
  throw new PlatformStartError(`${cluster} ${what}, or set CRM_DATA_DIR to another folder`);
}

/** Makes the rename durable: without it a power cut could take the name of the cluster away. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
