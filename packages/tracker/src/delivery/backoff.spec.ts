import { expect, test } from 'vitest';
import { backoff } from './backoff.js';

const many = (failures: number) => Array.from({ length: 200 }, () => backoff(failures));

test('waits double, are spread, and end at a minute', () => {
  for (const [failures, full] of [
    [2, 1_000],
    [4, 4_000],
    [7, 32_000],
    [8, 60_000],
    [50, 60_000],
  ] as const) {
    const waits = many(failures);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(full / 2);
    expect(Math.max(...waits)).toBeLessThanOrEqual(full);
    expect(new Set(waits).size).toBeGreaterThan(100);
  }
});
