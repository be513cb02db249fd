import { expect, test } from 'vitest';
import { guessType } from './guess-type.js';

test.each([
  [['true', false], 'boolean'],
  [[12, '-7', '', ' 8 '], 'integer'],
  [[12, '2.5'], 'double'],
  [[1_000_000_000], 'double'],
  [['0612345678'], 'text'],
  [['2026-02-28', '2026-03-01'], 'date'],
  [['2026-02-30'], 'text'],
  [['2026-02-28T10:00:00+01:00'], 'datetime'],
  [['2026-02-28T10:00:00'], 'text'],
  [['ida@shop.test'], 'email'],
  [['https://shop.test/lamps'], 'website'],
  [['Team', 3], 'text'],
  [['x'.repeat(256)], 'textarea'],
  [[''], 'text'],
] as const)('of %j it is %s', (values, type) => {
  expect(guessType(values)).toBe(type);
});
