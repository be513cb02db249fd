import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, root } from './paths.mjs';

const installStamp = join(root, 'node_modules', '.crm-install');
const buildStamp = join(root, 'dist', '.build');

/** True when node_modules holds what the lock file asks for, for this Node version. */
export function isInstalled() {
  if (existsSync(installStamp)) return readFileSync(installStamp, 'utf8') === installHash();
  return matchesLock();
}

/** Notes that node_modules is what the lock file asks for. */
export function stampInstall() {
  write(installStamp, installHash());
}

/** True when the build output belongs to the sources as they are now. */
export function isBuilt() {
  if (!existsSync(buildStamp) || readFileSync(buildStamp, 'utf8') !== sourceHash()) return false;
  return projects().every((project) => existsSync(join(root, project, 'dist', '.tsbuildinfo')));
}

/**
 * Notes which sources the build output belongs to.
 * @param {string} hash of the sources before the build began
 */
export function stampBuild(hash) {
  write(buildStamp, hash);
}

/** Hash over everything that a build reads. */
export function sourceHash() {
  const hash = createHash('sha256');
  const isSource = (path) => !/\.(spec|test)\.ts$/.test(path);
  const files = ['packages', 'server-stub'].flatMap((folder) => filesBelow(folder)).filter(isSource);
  const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'rollup.config.mjs'];
  for (const path of [...files, ...settings, 'custom-elements.json', 'scripts/build.mjs']) {
    if (existsSync(join(root, path)))
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function installHash() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(process.version).digest('hex');
}

/** Someone may have run npm themselves: then npm's own record tells. */
function matchesLock() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const installed = packages(record);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') || wanted.link || wanted.optional || wanted.peer) return true;
    return installed[path]?.version === wanted.version;
  });
}

function projects() {
  return JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).references.map(({ path }) => path);
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
