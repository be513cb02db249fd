import { describe, expect, it } from 'vitest';
import { sources, target, type Source } from './sources.js';

/** Folders of the server that know the business; those to come are named here as well. */
const domains = [
  'identity',
  'records',
  'automation',
  'notifications',
  'visits',
  'chat',
  'social',
  'feeds',
  'tickets',
  'mail',
];
const base = 'server-stub/src/';
const folderOf = (path: string) => path.slice(base.length).split('/')[0] ?? '';

/** Imports that lead from one folder of the server into another. */
function crossings(source: Source): string[] {
  return source.imports
    .map((each) => target(source, each))
    .filter((path): path is string => path?.startsWith(base) === true)
    .filter((path) => folderOf(path) !== folderOf(source.path));
}

describe('the server', () => {
  const all = sources('server-stub/src');

  it('has sources to look at', () => {
    expect(all.length).toBeGreaterThan(0);
  });

  it('lets domains meet only through their index', () => {
    const wrong = all
      .filter(({ path }) => folderOf(path) !== 'testing')
      .flatMap((source) =>
        crossings(source)
          .filter((path) => domains.includes(folderOf(path)))
          .filter((path) => path !== `${base}${folderOf(path)}/index`)
          .map((path) => `${source.path} reaches into ${path}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps the platform free of any domain', () => {
    const wrong = all
      .filter(({ path }) => folderOf(path) === 'platform')
      .flatMap((source) =>
        crossings(source)
          .filter((path) => domains.includes(folderOf(path)))
          .map((path) => `${source.path} imports ${path}`),
      );
    expect(wrong).toEqual([]);
  });
});
