import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The processes of a data folder's PostgreSQL, as Linux tells them: the server, and those that
 * stand between it and Node.
 */
export function processesOf(dataDir: string): { postmaster: number; guards: number[] } {
  const postmaster = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${postmaster}/status`, 'utf8'))?.[1]);
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  return { postmaster, guards: [...children.filter((pid) => pid !== postmaster), parent] };
}
