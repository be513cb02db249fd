import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, root } from './paths.mjs';

/** The manifest of all elements, as it is committed. */
export const manifestPath = join(root, 'custom-elements.json');

/**
 * The manifest as the sources have it now.
 * @returns {Promise<string>}
 */
export async function renderManifest() {
  const { cli } = await import('@custom-elements-manifest/analyzer/cli.js');
  const manifest = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Gives each package that is built the part of the manifest that is about it, with the paths of its files. */
export function splitManifest() {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  for (const name of elementPackages()) {
    const own = `packages/${name}/`;
    const modules = manifest.modules.filter(({ path }) => path.startsWith(own));
    const text = JSON.stringify({ ...manifest, modules }, null, 2)
      .replaceAll(new RegExp(`"/?${own}src/([^"]+)\\.(?:ts|js)"`, 'g'), '"dist/$1.js"')
      .replaceAll(/"module": "\/?packages\/([^/]+)\/[^"]+"/g, '"package": "@crm-elements/$1"');
    const folder = join(root, own, 'dist');
    if (existsSync(folder)) writeFileSync(join(folder, 'custom-elements.json'), `${text}\n`);
  }
}

/**
 * Packages with elements: those with an `elements.ts` (or several: `console-elements.ts`).
 * @returns {string[]}
 */
function elementPackages() {
  const found = filesBelow('packages').map(
    (path) => /^packages\/([^/]+)\/src\/(?:.+\/)?(?:\w+-)?elements\.ts$/.exec(path)?.[1],
  );
  return [...new Set(found.filter(Boolean))];
}
