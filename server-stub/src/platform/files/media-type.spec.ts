import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.js';
import { isSafeImage, openFolderStore } from './index.js';
import { mediaTypeOf } from './media-type.js';

const samples: [string, Buffer][] = [
  ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['image/gif', Buffer.from('GIF89a..')],
  ['image/webp', Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ', 'latin1')],
  ['image/avif', Buffer.from('\x00\x00\x00\x20ftypavif', 'latin1')],
  ['application/pdf', Buffer.from('%PDF-1.7\n')],
  ['application/zip', Buffer.from('PK\x03\x04\x14', 'latin1')],
  ['application/octet-stream', Buffer.from('<html><script>alert(1)</script>')],
  ['application/octet-stream', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['application/octet-stream', Buffer.from(' GIF89a')],
  ['application/octet-stream', Buffer.alloc(0)],
];

describe('media type', () => {
  it.each(samples)('%s is told by the first bytes', (type, head) => {
    expect(mediaTypeOf(head)).toBe(type);
  });

  it('is found when the bytes come one by one', async () => {
    const store = await openFolderStore(tempFolder());
    const png = samples[0]?.[1] ?? Buffer.alloc(0);
    const { type } = await store.put(Readable.from([...png].map((byte) => Buffer.of(byte))), {
      maxBytes: 100,
    });
    expect(type).toBe('image/png');
  });

  it('lets only raster images show in a page', () => {
    expect(samples.map(([type]) => type).filter(isSafeImage)).toEqual([
      'image/png',
      'image/jpeg',
      'image/gif',
      'image/webp',
      'image/avif',
    ]);
    expect(isSafeImage('image/svg+xml')).toBe(false);
  });
});
