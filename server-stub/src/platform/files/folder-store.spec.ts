import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.js';
import { FileNotFoundError, FileTooLargeError, openFolderStore } from './index.js';

const limits = { maxBytes: 1_000 };

/** All files below a folder, as paths relative to it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

describe('folder store', () => {
  it('gives back what was put in, with its size and digest', async () => {
    const store = await openFolderStore(tempFolder());
    const content = Buffer.from([0, 1, 2, 255, 13, 10]);
    const stored = await store.put(Readable.from([content.subarray(0, 2), content.subarray(2)]), limits);
    expect(stored).toMatchObject({
      size: 6,
      sha256: createHash('sha256').update(content).digest('hex'),
      type: 'application/octet-stream',
    });
    const file = await store.get(stored.key);
    expect(file.size).toBe(6);
    expect(await buffer(file.stream)).toEqual(content);
  });

  it('takes an empty file', async () => {
    const store = await openFolderStore(tempFolder());
    const { key, size } = await store.put(Readable.from([]), limits);
    expect(size).toBe(0);
    expect(await buffer((await store.get(key)).stream)).toHaveLength(0);
  });

  it('spreads files over two levels of folders', async () => {
    const folder = tempFolder();
    const { key } = await (await openFolderStore(folder)).put(Readable.from(['a']), limits);
    expect(filesIn(folder)).toEqual([join(key.slice(0, 2), key.slice(2, 4), key)]);
  });

  it('takes a file of just the limit, and leaves nothing of a larger one', async () => {
    const folder = tempFolder();
    const store = await openFolderStore(folder);
    expect((await store.put(Readable.from(['x'.repeat(1_000)]), limits)).size).toBe(1_000);
    const before = filesIn(folder);
    const tooMuch = Readable.from(Array.from({ length: 11 }, () => 'x'.repeat(91)));
    await expect(store.put(tooMuch, limits)).rejects.toThrow(FileTooLargeError);
    expect(filesIn(folder)).toEqual(before);
  });

  it('leaves nothing when the sender breaks off', async () => {
    const folder = tempFolder();
    const store = await openFolderStore(folder);
    const content = new PassThrough();
    const put = store.put(content, limits);
    content.write('half');
    content.destroy(new Error('connection lost'));
    await expect(put).rejects.toThrow('connection lost');
    expect(filesIn(folder)).toEqual([]);
  });

  it('removes a file, and minds no second time', async () => {
    const store = await openFolderStore(tempFolder());
    const { key } = await store.put(Readable.from(['a']), limits);
    await store.remove(key);
    await store.remove(key);
    await expect(store.get(key)).rejects.toThrow(FileNotFoundError);
  });

  it.each([
    '',
    '..',
    '../secret',
    '/etc/passwd',
    'a'.repeat(31),
    `${'a'.repeat(30)}/.`,
    'A'.repeat(32),
    `${'a'.repeat(32)}\n`,
    `${'a'.repeat(32)}\0`,
  ])('leads nowhere for the key %j', async (key) => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'files'));
    writeFileSync(join(folder, 'secret'), 'kept');
    const store = await openFolderStore(join(folder, 'files'));
    await expect(store.get(key)).rejects.toThrow(FileNotFoundError);
    await expect(store.remove(key)).rejects.toThrow(FileNotFoundError);
    expect(existsSync(join(folder, 'secret'))).toBe(true);
  });

  it('clears uploads away that a dead process left, but no running ones', async () => {
    const folder = tempFolder();
    await openFolderStore(folder);
    const [old, young] = [join(folder, 'incoming', 'old'), join(folder, 'incoming', 'young')];
    for (const file of [old, young]) writeFileSync(file, 'half');
    utimesSync(old, new Date(), new Date(Date.now() - 25 * 3_600_000));
    await openFolderStore(folder);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });
});
