import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesBelow, root } from '../../scripts/lib/paths.mjs';

/** An import or re-export as it stands in a file. */
export interface Import {
  readonly specifier: string;
  /** True when the compiler erases it whole. */
  readonly typeOnly: boolean;
}

export interface Source {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** TypeScript sources below a folder; tests among them unless left out. */
export function sources(folder: string, { tests = false } = {}): Source[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.ts') && (tests || !/\.(spec|test|e2e)\.ts$/.test(path)))
    .map((path) => {
      const text = read(path);
      return { path, text, imports: importsOf(text) };
    });
}

/** A file's text. @param path relative to the root */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Where a relative import leads, without `.js`; undefined for a package. */
export function target(source: Source, { specifier }: Import): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(source.path), specifier).replace(/\.js$/, '');
}

const statement =
  /^\s*(?:import|export)\s+(type\s+)?(?:([\w*{][^;'"]*?)\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** The imports of a file: static ones, re-exports and dynamic ones. */
export function importsOf(text: string): Import[] {
  return [...text.matchAll(statement)].map(([, type, names = '', fixed, later]) => ({
    specifier: fixed ?? later ?? '',
    typeOnly: later === undefined && (type !== undefined || everyNameIsType(names)),
  }));
}

function everyNameIsType(names: string): boolean {
  const list = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  if (list === undefined) return false;
  const each = list.split(',').map((name) => name.trim());
  return each.filter(Boolean).every((name) => name.startsWith('type '));
}
