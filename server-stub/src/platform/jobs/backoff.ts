const FIRST_SECONDS = 15;
const FACTOR = 4;
const JITTER = 0.2;

/** Tries of something that may fail for a while; the last is about a day after the first. */
export const MAX_ATTEMPTS = 8;

/** Seconds to wait after so many failed attempts: 15 s, a minute, 4 minutes, ... 17 hours, each a little off. */
export const backoffSeconds = (attempts: number): number =>
  FIRST_SECONDS * FACTOR ** (attempts - 1) * (1 - JITTER + Math.random() * 2 * JITTER);
