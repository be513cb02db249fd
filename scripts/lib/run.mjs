import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Runs a Node program of this repository and waits for it.
 * @param {string[]} args the script and its arguments, the script relative to the root
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] quiet keeps the output for the answer
 * @returns {Promise<{ code: number, output: string }>} the exit code (1 for a signal) and, if quiet, the output
 */
export function runNode(args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, args[0]), ...args.slice(1)], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/**
 * The command line that starts npm, without a shell where npm itself called us.
 * @param {string[]} args npm's arguments
 */
export function npm(args) {
  const script = process.env.npm_execpath;
  return new Promise((resolve, reject) => {
    const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] };
    const child = script?.endsWith('.js')
      ? spawn(process.execPath, [script, ...args], options)
      : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/**
 * Says what is being done, and how long it took if one could have wondered.
 * @template T
 * @param {string} label what is being done, in the present participle
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function progress(label, work) {
  const start = performance.now();
  const line = (text) => process.stderr.write(`${text}\n`);
  line(`${label} ...`);
  const tick = setInterval(() => line(`${label} ... ${seconds(start)}`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(tick);
    if (performance.now() - start > 1000) line(`${label}: ${seconds(start)}`);
  }
}

/**
 * Time since a start, for people.
 * @param {number} start of `performance.now()`
 */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
