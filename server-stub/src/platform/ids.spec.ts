import { expect, test } from 'vitest';
import { createIds } from './ids.js';

test('ids are unique, sort by creation, and fit a signed 64-bit integer', () => {
  const next = createIds(1, () => Date.UTC(2026, 0, 1));
  const ids = Array.from({ length: 10_000 }, next);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))).toEqual(ids);
  expect(ids.every((id) => /^\d{15,19}$/.test(id) && BigInt(id) < 2n ** 63n)).toBe(true);
});

test('a clock that goes back gives no id twice and none out of order', () => {
  let now = Date.UTC(2026, 0, 1);
  const next = createIds(1, () => now);
  const before = BigInt(next());
  now -= 60_000;
  expect(BigInt(next())).toBeGreaterThan(before);
});
