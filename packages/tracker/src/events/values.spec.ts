import { expect, test, vi } from 'vitest';
import { clean } from './values.js';

test('values are cut to what the server takes, the rest is left out', () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  expect(clean({ text: 'x'.repeat(9_000), number: 3, yes: true, none: null, list: [1], nan: NaN })).toEqual({
    text: 'x'.repeat(4_096),
    number: 3,
    yes: true,
  });
  expect(
    Object.keys(clean(Object.fromEntries(Array.from({ length: 80 }, (_, index) => [index, index])))),
  ).toHaveLength(50);
  expect(
    JSON.stringify(
      clean(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [index, 'x'.repeat(4_000)]))),
    ).length,
  ).toBeLessThan(10_000);
  for (const nothing of [undefined, null, 7, true]) expect(clean(nothing)).toEqual({});
});
