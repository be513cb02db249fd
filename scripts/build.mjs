/** Builds everything: `tsc -b` for the npm output and the server, then rollup for the CDN bundles. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressScripts } from './lib/compress.mjs';
import { alone } from './lib/lock.mjs';
import { splitManifest } from './lib/manifest.mjs';
import { root } from './lib/paths.mjs';
import { progress, runNode } from './lib/run.mjs';
import { sourceHash, stampBuild } from './lib/stamps.mjs';

/** What servers serve, the next one of it, and the one before. */
const bundles = 'dist/cdn';
const [next, former] = [`${bundles}.next`, `${bundles}.former`];

/** Builds, and ends the process with code 1 and the compiler's words when that fails. */
export async function build() {
  const hash = sourceHash();
  await step('Compiling TypeScript', ['node_modules/typescript/bin/tsc', '-b']);
  splitManifest();
  if (existsSync(join(root, 'rollup.config.mjs'))) {
    remove(next);
    await step('Bundling', ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], { CRM_BUNDLES: next });
    compressScripts(join(root, next));
    replaceBundles();
  } else {
    process.stderr.write('No rollup.config.mjs: no bundles are made.\n');
  }
  stampBuild(hash);
}

/** A server never finds half a build, and nothing is left of the build before. */
function replaceBundles() {
  remove(former);
  if (existsSync(join(root, bundles))) renameSync(join(root, bundles), join(root, former));
  renameSync(join(root, next), join(root, bundles));
  remove(former);
}

function remove(folder) {
  rmSync(join(root, folder), { recursive: true, force: true });
}

async function step(label, args, env = {}) {
  const { code, output } = await progress(label, () => runNode(args, { env, quiet: true }));
  if (code === 0) return;
  process.stderr.write(`${output}\n${label} failed.\n`);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await alone(build);
