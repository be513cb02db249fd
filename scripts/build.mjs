/** Builds everything: `tsc -b` for the npm output and the server, then rollup for the CDN bundles. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { splitManifest } from './lib/manifest.mjs';
import { root } from './lib/paths.mjs';
import { progress, runNode } from './lib/run.mjs';
import { sourceHash, stampBuild } from './lib/stamps.mjs';

/** Builds, and ends the process with code 1 and the compiler's words when that fails. */
export async function build() {
  const hash = sourceHash();
  await step('Compiling TypeScript', ['node_modules/typescript/bin/tsc', '-b']);
  splitManifest();
  if (existsSync(join(root, 'rollup.config.mjs'))) {
    await step('Bundling', ['node_modules/rollup/dist/bin/rollup', '-c', '--silent']);
  } else {
    process.stderr.write('No rollup.config.mjs: no bundles are made.\n');
  }
  stampBuild(hash);
}

async function step(label, args) {
  const { code, output } = await progress(label, () => runNode(args, { quiet: true }));
  if (code === 0) return;
  process.stderr.write(`${output}\n${label} failed.\n`);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
