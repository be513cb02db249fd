import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, absolute. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the scripts keep what may be deleted at any time. */
export const cache = join(root, '.cache');

const passedOver = new Set(['node_modules', 'dist', '.data', '.cache', '.git', 'test-results']);

/**
 * Every file below a folder, sorted, without dependencies and build output.
 * @param {string} folder relative to the root
 * @returns {string[]} paths relative to the root, with forward slashes
 */
export function filesBelow(folder) {
  const top = join(root, folder);
  if (!existsSync(top)) return [];
  const found = [];
  const visit = (directory) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (passedOver.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(relative(root, path).split(sep).join('/'));
    }
  };
  visit(top);
  return found.sort();
}
