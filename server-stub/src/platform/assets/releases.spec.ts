import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepReleases } from './releases.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'crm-releases-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A release with one chunk; gives the folders that are served. */
function release(chunk: string): string[] {
  const bundles = join(folder, 'bundles');
  rmSync(bundles, { recursive: true, force: true });
  mkdirSync(join(bundles, 'chunks'), { recursive: true });
  writeFileSync(join(bundles, 'embed.js'), chunk);
  writeFileSync(join(bundles, 'chunks', chunk), '');
  return keepReleases(bundles, folder);
}

test('the chunks of two releases before stay served, whatever their folder', () => {
  expect(release('fr-aaaaaaaa.js')).toHaveLength(1);
  expect(release('fr-bbbbbbbb.js')).toHaveLength(2);
  expect(release('fr-bbbbbbbb.js')).toHaveLength(2);
  release('fr-cccccccc.js');
  const [present, ...former] = release('fr-dddddddd.js');
  expect(present).toBe(join(folder, 'bundles'));
  expect(former).toHaveLength(2);
});
