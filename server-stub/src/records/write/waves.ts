/** Splits items into groups in which no key occurs twice, so that the same record is written in turn. */
export function inWaves<T>(items: T[], keysOf: (item: T) => string[]): T[][] {
  const waves: T[][] = [];
  const nextWave = new Map<string, number>();
  for (const item of items) {
    const keys = keysOf(item);
    const index = Math.max(0, ...keys.map((key) => nextWave.get(key) ?? 0));
    (waves[index] ??= []).push(item);
    for (const key of keys) nextWave.set(key, index + 1);
  }
  return waves;
}
