/** Longest wait between two attempts (ms). */
const LONGEST = 60_000;

/** Wait before the next attempt (ms): doubles with each failure, spread so that pages do not return at once. */
export const backoff = (failures: number): number =>
  Math.min(LONGEST, 250 * 2 ** failures) * (0.5 + Math.random() / 2);
