import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cache } from './paths.mjs';

const file = join(cache, 'ensure.lock');

/**
 * Runs work while no other process installs or builds here: `npm start` beside `npm test` is ordinary.
 * A lock whose owner is gone is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  mkdirSync(cache, { recursive: true });
  let told = false;
  while (!take()) {
    if (!told) process.stderr.write('Waiting for another command that installs or builds here ...\n');
    told = true;
    await wait(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAlive(owner())) return false;
    rmSync(file, { force: true });
    return take();
  }
}

/** The owner's process id; our own while the file is being written, so that nobody takes it from them. */
function owner() {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
