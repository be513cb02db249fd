import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { read } from './sources.js';

interface Manifest {
  readonly name: string;
  readonly exports: Record<string, { readonly default: string }>;
}

/** Every public module of the browser packages but the define modules, whose purpose is a side effect. */
const modules = readdirSync(join(root, 'packages'))
  .filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
  .flatMap((name) => {
    const { exports } = JSON.parse(read(`packages/${name}/package.json`)) as Manifest;
    return Object.entries(exports)
      .filter(([key]) => !/\/define(-\w+)?$/.test(key))
      .map(([, { default: file }]) => join('packages', name, file));
  });

/**
 * Imports a module in a Node of its own, with a registry that takes note, and prints what came of it.
 * Lit keeps its versions and its stand-ins for Node in globals; those are not ours.
 */
const program = `
const registered = [];
globalThis.customElements = { define: (tag) => registered.push(tag), get: () => undefined };
const before = new Set(Object.getOwnPropertyNames(globalThis));
await import(process.argv[1]);
const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
const ours = added.filter((name) => !/^(lit|reactiveElement)/.test(name));
process.stdout.write(JSON.stringify({ globals: ours, registered }));
process.exit(0);
`;

describe('importing a built browser package in Node', () => {
  it.each(modules)('%s needs no DOM and leaves no trace', async (file) => {
    const url = pathToFileURL(join(root, file)).href;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      program,
      url,
    ]);
    expect(JSON.parse(stdout)).toEqual({ globals: [], registered: [] });
  });
});
