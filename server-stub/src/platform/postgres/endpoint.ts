import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.js';

/** How programs reach the server, and the arguments that make it so. */
export interface Endpoint {
  /** For `pg`, `psql` and `DATABASE_URL` alike. */
  connectionString: string;
  /** Arguments of `postgres`. */
  serverArguments: string[];
  /** Arguments of `initdb`: who may connect. */
  initArguments: string[];
}

/** Room that a socket's path has, less the name of the socket in the folder. */
const LONGEST_FOLDER = 107 - '/.s.PGSQL.5432'.length;

/** Makes a private folder for the socket: short, and open to nobody else. */
export function makeSocketFolder(): string {
  const inTemp = join(tmpdir(), 'crm-pg-');
  return mkdtempSync(inTemp.length + 6 > LONGEST_FOLDER ? '/tmp/crm-pg-' : inTemp);
}

/** Clears a socket folder away; only what `makeSocketFolder` made. */
export function removeSocketFolder(folder: string): void {
  if (/[\\/]crm-pg-\w{6}$/.test(folder)) rmSync(folder, { recursive: true, force: true });
}

/**
 * A Unix socket in the private folder. Whoever gets into the folder is trusted: no password, no port.
 */
export function socketEndpoint(folder: string, account: Account): Endpoint {
  chmodSync(folder, 0o700);
  if (account.user) chownSync(folder, account.user.uid, account.user.gid);
  return {
    connectionString: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    serverArguments: [
      '-c',
      'listen_addresses=',
      '-c',
      `unix_socket_directories=${folder}`,
      '-c',
      'unix_socket_permissions=0700',
    ],
    initArguments: ['--auth-local=trust', '--auth-host=reject'],
  };
}

/** For Windows, where Node has no Unix sockets: the loopback, a free port and a password. */
export async function loopbackEndpoint(dataDir: string): Promise<Endpoint> {
  const file = join(dataDir, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  const port = await freePort();
  return {
    connectionString: `postgresql://postgres:${readFileSync(file, 'utf8')}@127.0.0.1:${port}/postgres`,
    serverArguments: ['-c', 'listen_addresses=127.0.0.1', '-p', String(port)],
    initArguments: ['--auth=scram-sha-256', `--pwfile=${file}`],
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
