import type { CollectRequest } from '@crm-elements/contract';
import type { Entry } from './types.js';

/** Most events of one request: what the server takes. */
const MAX_EVENTS = 100;
/** Most characters of one request; at three bytes each they stay under 32 KB. */
const MAX_CHARACTERS = 10_000;
/** An age below this (ms) is not worth its bytes. */
const NO_AGE = 20;

/** Splits entries into requests: one visit each, not too many, not too long. */
export const batches = (entries: readonly Entry[]): Entry[][] => {
  const all: Entry[][] = [];
  let size = 0;
  for (const entry of entries) {
    const last = all[all.length - 1];
    const length = JSON.stringify(entry).length;
    size += length;
    if (last && last[0]?.s === entry.s && size < MAX_CHARACTERS && last.length < MAX_EVENTS) {
      last.push(entry);
    } else {
      all.push([entry]);
      size = length;
    }
  }
  return all;
};

/** The body of a request. Ages are those of this moment, so a wrong clock does no harm. */
export const encode = (k: string, entries: readonly Entry[], c: number | undefined, now = Date.now()): string => {
  const [first] = entries;
  const e = entries.map(({ e: event, z }) => (now - z > NO_AGE ? { ...event, a: now - z } : event));
  // JSON leaves out what is undefined, which the type cannot say.
  return JSON.stringify({ v: 1, k, u: first?.u, s: first?.s, c: c || undefined, e } as CollectRequest);
};
