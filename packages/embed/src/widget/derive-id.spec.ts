import { expect, test } from 'vitest';
import { deriveId } from './derive-id.js';

test('the same cookie is the same visitor, another one is another', () => {
  const ids = Array.from({ length: 2_000 }, (_, n) => deriveId(`Mp1%2Fx${n}`));
  expect(new Set(ids).size).toBe(2_000);
  // Another algorithm would make strangers of everybody who has come since.
  expect(deriveId('Mp1%2Fx7')).toBe('qwn3N9XxhTW5EEjRKINTqQ');
  expect(ids[7]).toBe('qwn3N9XxhTW5EEjRKINTqQ');
  for (const id of ids) {
    expect(id).toMatch(/^[\w-]{22}$/);
    const hex = Buffer.from(id, 'base64url').toString('hex');
    expect([hex[12], hex[16]]).toEqual(['8', expect.stringMatching(/[89ab]/)]);
  }
});

test('every character counts, wherever it stands', () => {
  const long = 'a'.repeat(200);
  const changed = [0, 100, 199].map((at) => deriveId(`${long.slice(0, at)}b${long.slice(at + 1)}`));
  expect(new Set([deriveId(long), deriveId(`${long}a`), deriveId(''), ...changed]).size).toBe(6);
});
