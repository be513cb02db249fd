import { CrmError } from '../errors.js';

/** No answer after this long (ms) is none. */
const TIMEOUT = 20_000;
/** How often a read is tried again. */
const RETRIES = 2;
/** Answers of a server or of something before it that soon may be others. */
const PASSING = [408, 429, 502, 503, 504];
const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 2_000;

/** Sends a request. @throws {CrmError} of kind `offline` where nobody answers */
export type Http = (url: string, init: RequestInit & { method: string }) => Promise<Response>;

/** `fetch` with a time limit; reads are tried again where that may help, writes are left to who knows better. */
export const createHttp = (send: typeof fetch = (...request) => fetch(...request)): Http => {
  return async (url, init) => {
    for (let attempt = 0; ; attempt++) {
      const isLast = init.method !== 'GET' || attempt === RETRIES;
      let wait = 0;
      try {
        const signal = AbortSignal.timeout(TIMEOUT);
        const response = await send(url, { ...init, credentials: 'omit', signal });
        if (isLast || !PASSING.includes(response.status)) return response;
        wait = Number(response.headers.get('retry-after')) * 1_000 || 0;
      } catch (error) {
        const { name, message } = error as Error;
        // Who waited that long has waited enough.
        if (isLast || name === 'TimeoutError') throw new CrmError('offline', 'offline', message);
      }
      const pause = Math.max(wait, FIRST_PAUSE * 2 ** attempt * (0.5 + Math.random()));
      await new Promise((resolve) => setTimeout(resolve, Math.min(pause, LONGEST_PAUSE)));
    }
  };
};
