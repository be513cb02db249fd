import { describe, expect, it } from 'vitest';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { importsOf, read, sources } from './sources.js';

const scope = '@crm-elements/';
const packages = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'package.json')),
);

/** What a package may import of ours; every other browser package is a component package. */
const below: Record<string, readonly string[]> = {
  contract: [],
  core: ['contract'],
  ui: ['contract', 'core'],
  testing: ['contract', 'core'],
  tracker: ['contract'],
};
/** The parts of the contract that run: without dependencies, for both sides. */
const runs = ['criteria', 'visitor-fields', 'web-form-fields'].map((name) => `${scope}contract/${name}`);
/** What tests of all packages share; never published. */
const forTests = `${scope}testing`;
const component = ['contract', 'core', 'ui'];
const isComponent = (name: string) => !(name in below) && name !== 'embed';
const allowed = (name: string) => (name === 'embed' ? packages : (below[name] ?? component));

describe('the direction of imports', () => {
  it.each(packages)('%s imports only packages below it', (name) => {
    const wrong = sources(`packages/${name}/src`, { tests: true }).flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith(scope))
        .filter(({ specifier }) => specifier !== forTests || !/\.(spec|test)\.ts$|\/testing\//.test(path))
        .map(({ specifier }) => specifier.slice(scope.length).split('/')[0] ?? '')
        .filter((other) => other !== name && !allowed(name).includes(other))
        .map((other) => `${path} imports ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(packages)('%s depends only on packages below it', (name) => {
    const manifest = JSON.parse(read(`packages/${name}/package.json`)) as { dependencies?: object };
    const ours = Object.keys(manifest.dependencies ?? {})
      .filter((dependency) => dependency.startsWith(scope))
      .map((dependency) => dependency.slice(scope.length));
    expect(ours.filter((other) => !allowed(name).includes(other))).toEqual([]);
  });

  it('holds at least one component package, so that the rules above mean something', () => {
    expect(packages.filter(isComponent)).not.toEqual([]);
  });

  it.each(packages.filter((name) => name !== 'contract'))(
    '%s takes only types, criteria and the lists of fields from the contract',
    (name) => {
      const values = sources(`packages/${name}/src`).flatMap(({ path, imports }) =>
        imports
          .filter(
            ({ specifier, typeOnly }) =>
              specifier.startsWith(`${scope}contract`) && !runs.includes(specifier) && !typeOnly,
          )
          .map(() => path),
      );
      expect(values).toEqual([]);
    },
  );

  it.each(packages)('%s stays inside its folder with relative imports', (name) => {
    const inside = `packages/${name}/src/`;
    const out = sources(`packages/${name}/src`, { tests: true }).filter(({ path, imports }) =>
      imports.some(({ specifier }) => {
        if (!specifier.startsWith('.')) return false;
        return !join(path, '..', specifier).replaceAll('\\', '/').startsWith(inside);
      }),
    );
    expect(out.map(({ path }) => path)).toEqual([]);
  });

  it.each(['tracker', 'embed'])('%s uses neither lit nor core', (name) => {
    const heavy = sources(`packages/${name}/src`).filter(({ imports }) =>
      imports.some(({ specifier }) => /^(lit|@lit)(\/|$)|^@crm-elements\/core/.test(specifier)),
    );
    expect(heavy.map(({ path }) => path)).toEqual([]);
  });

  it('keeps lit out of the framework-free core', () => {
    const heavy = sources('packages/core/src').filter(
      ({ path, imports }) =>
        !path.startsWith('packages/core/src/lit/') &&
        imports.some(({ specifier }) => /^(lit|@lit)(\/|$)|\/lit\//.test(specifier)),
    );
    expect(heavy.map(({ path }) => path)).toEqual([]);
  });

  it('keeps browser packages out of the server', () => {
    const ours = sources('server-stub/src', { tests: true }).flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith(scope))
        .filter(({ specifier }) => specifier !== `${scope}contract` && !runs.includes(specifier))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(ours).toEqual([]);
  });
});

describe('reading imports', () => {
  it('tells values from types, in one line and in several', () => {
    const text = [
      `import type { A } from 'a';`,
      `import { type B, type C } from 'b';`,
      `import { type D, e } from 'c';`,
      `import {\n  f,\n} from 'd';`,
      `export * from 'e';`,
      `import 'f';`,
      `const g = await import('g');`,
    ].join('\n');
    const found = importsOf(text).map(({ specifier, typeOnly }) => [specifier, typeOnly]);
    expect(found).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      ['d', false],
      ['e', false],
      ['f', false],
      ['g', false],
    ]);
  });

  // From the ground up: each room of the server stands on those before it.
  const rooms = [
    'platform',
    'crm-dialect',
    'identity',
    'mail',
    'records',
    'automation',
    'notifications',
    'visits',
    'chat',
  ];

  it.each(rooms)('server-stub/%s stands on the rooms below it', (room) => {
    const above = rooms.slice(rooms.indexOf(room) + 1);
    const up = sources(`server-stub/src/${room}`).flatMap(({ path, imports }) =>
      imports
        .map(({ specifier }) => join(path, '..', specifier).replaceAll('\\', '/'))
        .filter((target) => above.some((other) => target.startsWith(`server-stub/src/${other}/`)))
        .map((target) => `${path} -> ${target}`),
    );
    expect(up).toEqual([]);
  });

  it('names every room of the server', () => {
    const folders = readdirSync('server-stub/src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
      .map(({ name }) => name);
    expect(folders.sort()).toEqual([...rooms].sort());
  });
});
