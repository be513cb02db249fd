/**
 * Writes custom-elements.json and docs/elements from the elements' JSDoc. With `--check` it writes nothing and ends
 * with code 1 when what is committed is of other sources.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsFolder, readElementDocs, renderElementDocs } from './lib/element-docs.mjs';
import { manifestPath, renderManifest } from './lib/manifest.mjs';

const rendered = await renderManifest();
const docs = renderElementDocs(rendered);
if (!process.argv.includes('--check')) {
  writeFileSync(manifestPath, rendered);
  rmSync(docsFolder, { recursive: true, force: true });
  mkdirSync(docsFolder, { recursive: true });
  for (const [name, text] of docs) writeFileSync(join(docsFolder, name), text);
} else if (!isCommitted()) {
  process.stderr.write(
    'custom-elements.json or docs/elements are of other sources: run `node scripts/manifest.mjs`.\n',
  );
  process.exitCode = 1;
}

function isCommitted() {
  if (!existsSync(manifestPath) || !existsSync(docsFolder)) return false;
  const committed = readElementDocs();
  return (
    readFileSync(manifestPath, 'utf8') === rendered &&
    committed.size === docs.size &&
    [...docs].every(([name, text]) => committed.get(name) === text)
  );
}
