import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileNotFoundError, type FileStore } from './file-store.js';
import { Measure } from './measure.js';

const KEY = /^[0-9a-f]{32}$/;
/** An upload that grew no more for so long was broken off by the end of its process. */
const ABANDONED_MS = 24 * 3_600_000;

/**
 * Keeps files in a folder: `ab/cd/abcd...`, so that no folder grows too long.
 * @throws Error when the folder cannot be made.
 */
export async function openFolderStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await removeAbandoned(incoming);
  return {
    async put(content, { maxBytes }) {
      const key = randomBytes(16).toString('hex');
      const unfinished = join(incoming, key);
      const measure = new Measure(maxBytes);
      try {
        // Flushed before it gets its name: under the name is either the whole file or nothing.
        await pipeline(
          content,
          measure,
          createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
        );
        const path = pathOf(folder, key);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await rename(unfinished, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      return { key, ...measure.result() };
    },
    async get(key) {
      const handle = await open(pathOf(folder, key), 'r').catch((error: unknown) => {
        throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new FileNotFoundError() : error;
      });
      const { size } = await handle.stat();
      return { size, stream: handle.createReadStream() };
    },
    async remove(key) {
      await rm(pathOf(folder, key), { force: true });
    },
  };
}

/** Only keys that this store made lead to a path, so none leads out of the folder. */
function pathOf(folder: string, key: string): string {
  if (!KEY.test(key)) throw new FileNotFoundError();
  return join(folder, key.slice(0, 2), key.slice(2, 4), key);
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    if (Date.now() - (await stat(path)).mtimeMs > ABANDONED_MS) await rm(path, { force: true });
  }
}
