import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

const get = (url: string, encoding: string) =>
  t.app.http.inject({ url, headers: { 'accept-encoding': encoding } });

test.each(['/embed.js', '/cdn/tracker.js', '/cdn/elements/chat.js'])(
  '%s is sent as small as the browser can read it',
  async (url) => {
    const plain = await get(url, 'identity');
    expect([plain.statusCode, plain.headers['content-encoding']]).toEqual([200, undefined]);
    const brotli = await get(url, 'gzip, deflate, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(brotli.headers.vary?.toString().toLowerCase()).toContain('accept-encoding');
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
    const gzip = await get(url, 'gzip');
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    expect(brotli.rawPayload.length).toBeLessThan(gzip.rawPayload.length);
    expect(gzip.rawPayload.length).toBeLessThan(plain.rawPayload.length);
  },
);
