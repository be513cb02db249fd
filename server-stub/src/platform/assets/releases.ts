import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Releases besides the present one whose chunks stay served, for pages that are still open. */
const KEPT = 2;

/**
 * Keeps a copy of the present bundles in the data folder and forgets the oldest releases.
 * @returns folders to serve from, the present release first
 */
export function keepReleases(bundles: string, dataDir: string): string[] {
  const releases = join(dataDir, 'releases');
  // Chunks have a hash in their names: other chunks, other names.
  const names = readdirSync(bundles, { recursive: true }).map(String).sort();
  const present = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
  mkdirSync(releases, { recursive: true });
  if (!existsSync(join(releases, present))) cpSync(bundles, join(releases, present), { recursive: true });
  const former = readdirSync(releases)
    .filter((name) => name !== present)
    .map((name) => join(releases, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of former.slice(KEPT)) rmSync(old, { recursive: true, force: true });
  return [bundles, ...former.slice(0, KEPT)];
}
