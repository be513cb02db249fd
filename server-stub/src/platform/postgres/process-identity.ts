import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** Says whether a process with this id runs now. A zombie that nobody collected does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return linuxStat(pid)?.[0] !== 'Z';
}

/**
 * A text that no other process with the same id has, before or after: the boot and the time of
 * the start. Empty where the system does not tell; then the id alone has to do.
 */
export function startOf(pid: number): string {
  if (process.platform === 'linux') {
    const startTicks = linuxStat(pid)?.[19];
    return startTicks === undefined ? '' : `${bootId()}:${startTicks}`;
  }
  if (process.platform === 'win32') return '';
  return ps(pid, 'lstart=');
}

/** Says whether the process is a PostgreSQL server whose data is in this folder. */
export function servesFolder(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      // Another user's process hides its folder, not its name; better not to take it for a stranger.
      return commandName(pid) === 'postgres';
    }
  }
  return process.platform !== 'win32' && ps(pid, 'command=').includes(folder);
}

/** The fields of /proc/PID/stat from the state on; the name before it may hold blanks. */
function linuxStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function commandName(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function ps(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
