/**
 * Makes a checkout ready to run: dependencies as the lock file says, build output as the sources say.
 * Does nothing when both are so already. Uses nothing but Node.
 */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`CRM Elements needs Node 20.19 or newer; this is ${process.version}.\n`);
  process.exit(1);
}

const { alone } = await import('./lib/lock.mjs');
const { npm, progress } = await import('./lib/run.mjs');
const { isBuilt, isInstalled, stampInstall } = await import('./lib/stamps.mjs');

if (!isInstalled() || !isBuilt()) await alone(makeReady);

async function makeReady() {
  if (!isInstalled()) await progress('Installing dependencies', install);
  // Loaded late: before the installation there is nothing that it could build with.
  const { build } = await import('./build.mjs');
  if (!isBuilt()) await build();
}

async function install() {
  const clean = await npm(['ci']);
  if (clean.code === 0) return stampInstall();
  // A registry may lack a package of another platform, which makes `npm ci` refuse the lock file.
  const loose = await npm(['install', '--no-save']);
  if (loose.code === 0) return stampInstall();
  process.stderr.write(
    `${clean.output}\n${loose.output}\nThe dependencies cannot be installed: see above.\n`,
  );
  process.exit(1);
}
