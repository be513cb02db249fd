import { expect, test, vi } from 'vitest';
import { isId, newId } from './ids.js';

const bytesOf = (id: string) => Buffer.from(id, 'base64url');

test('ids are UUIDv7 in base64url: unique, of 22 characters, with the time in front', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21) });
  const ids = Array.from({ length: 1_000 }, newId);
  vi.useRealTimers();
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) {
    expect(id).toMatch(/^[\w-]{22}$/);
    const bytes = bytesOf(id);
    expect(bytes.readUIntBE(0, 6)).toBe(Date.UTC(2026, 10, 21));
    expect([bytes[6]! >> 4, bytes[8]! >> 6]).toEqual([7, 2]);
  }
});

test('what a page may have stored is told from an id', () => {
  expect([newId(), undefined, null, 7, '', {}, 'x'.repeat(23)].map(isId)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});
