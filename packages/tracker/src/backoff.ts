/** Longest wait between two attempts (ms). */
const LONGEST = 60_000;

/** Wait before the next attempt (ms): doubles with each failure, spread so that pages do not return at once. */
export const backoff = (failures: number, random = Math.random()): number =>
  Math.min(LONGEST, 500 * 2 ** failures) * (0.5 + random / 2);

/** `Retry-After`, seconds or a date, as ms from now; not a number if it is neither. */
export const retryAfter = (header: string, now = Date.now()): number =>
  Number(header) * 1_000 || Date.parse(header) - now;
