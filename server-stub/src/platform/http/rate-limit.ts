import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Failure } from './failure.js';

/** Takes a point from a key. @throws Failure 429 with the seconds to wait */
export type RateLimit = (key: string) => Promise<void>;

/** @param points calls allowed within `seconds`; @param what named in the words to the client */
export function createRateLimit(points: number, seconds: number, what: string): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const wait = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new Failure(429, 'rate_limited', {
        detail: `Too many ${what}; try again in ${wait} s.`,
        retryAfter: wait,
      });
    }
  };
}
