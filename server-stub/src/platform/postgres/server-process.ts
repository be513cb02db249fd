import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { program } from './binaries.js';
import type { Home } from './home.js';
import type { PostgresLog } from './log.js';
import { PlatformStartError } from './start-error.js';

/**
 * Stands between this process and PostgreSQL. Its input is a pipe that ends when this process
 * ends, however it ends; then it asks PostgreSQL to stop. It also ends when PostgreSQL ends.
 */
const GUARD =
  'exec 3<&0; "$@" 3<&- </dev/null & p=$!; (read -r _ <&3; kill -INT $p) & w=$!; wait $p; s=$?; kill $w 2>/dev/null; exit $s';

/** A running PostgreSQL. */
export interface ServerProcess {
  /** Resolves when it has ended, wanted or not. */
  ended: Promise<void>;
  /** Asks it to stop: open transactions are rolled back, everything committed is kept. */
  stop(): void;
}

/**
 * Starts PostgreSQL and resolves when it takes connections (after a crash: when it has recovered).
 * @throws PlatformStartError with PostgreSQL's own words when it ends before.
 */
export function runServer(
  { account, binaries, cluster }: Home,
  serverArguments: readonly string[],
  log: PostgresLog,
): Promise<ServerProcess> {
  const command = [...account.prefix, program(binaries, 'postgres'), '-D', cluster, ...serverArguments];
  const [file, ...args] =
    process.platform === 'win32' ? (command as [string, ...string[]]) : ['sh', '-c', GUARD, 'sh', ...command];
  const child = spawn(file, args, {
    ...account.user,
    cwd: process.platform === 'win32' ? undefined : '/',
    stdio: ['pipe', 'ignore', 'pipe'],
    // A session of its own: an interrupt typed at the terminal stops this process first, and
    // PostgreSQL only when the last request is answered.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  );
  child.stdin.on('error', () => undefined);
  let stopping = false;
  const server: ServerProcess = {
    ended,
    stop() {
      stopping = true;
      if (process.platform === 'win32') child.kill();
      else child.stdin.end();
    },
  };
  return new Promise((resolve, reject) => {
    let reason = '';
    child.once('error', (error) =>
      reject(new PlatformStartError(`PostgreSQL does not start: ${error.message}`)),
    );
    onLine(child, (line) => {
      if (line.includes('database system is ready to accept connections')) resolve(server);
      if (/^(FATAL|PANIC):/.test(line) && !stopping) {
        reason = line;
        log.error(`PostgreSQL: ${line}`);
      } else {
        log.debug(`PostgreSQL: ${line}`);
      }
    });
    child.once('close', (code) =>
      reject(new PlatformStartError(`PostgreSQL does not start: ${reason || `exit code ${code}`}`)),
    );
  });
}

function onLine(child: ChildProcess, take: (line: string) => void): void {
  if (child.stderr) createInterface({ input: child.stderr }).on('line', take);
}
