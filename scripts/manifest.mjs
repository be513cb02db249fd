/**
 * Writes custom-elements.json from the elements' JSDoc. With `--check` it writes nothing and ends with code 1
 * when the committed one is of other sources.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { manifestPath, renderManifest } from './lib/manifest.mjs';

const rendered = await renderManifest();
if (!process.argv.includes('--check')) {
  writeFileSync(manifestPath, rendered);
} else if (!existsSync(manifestPath) || readFileSync(manifestPath, 'utf8') !== rendered) {
  process.stderr.write('custom-elements.json is of other sources: run `node scripts/manifest.mjs`.\n');
  process.exitCode = 1;
}
