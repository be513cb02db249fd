import type { Core, Entry } from '../types.js';

/** Most characters of one request: at three bytes each under 32 KB, and no more than 100 of the shortest events. */
const MAX_CHARACTERS = 8_000;
/** An age below this (ms) is not worth its bytes. */
const NO_AGE = 20;

/** Splits entries into requests: one visit each, not too many, not too long. */
export const batches = (entries: readonly Entry[]): Entry[][] => {
  const all: Entry[][] = [];
  let size = 0;
  for (const entry of entries) {
    const last = all[all.length - 1];
    size += JSON.stringify(entry).length;
    if (last && last[0]?.s === entry.s && size < MAX_CHARACTERS) {
      last.push(entry);
    } else {
      all.push([entry]);
      size = 0;
    }
  }
  return all;
};

/** The body of a request. Ages are those of this moment, so a wrong clock does no harm. */
export const encode = ({ portal: k, identity }: Core, entries: readonly Entry[]): string => {
  const { u, s } = entries[0] ?? {};
  const { c } = identity.load();
  const e = entries.map(({ e: event, z }) => {
    const a = Date.now() - z;
    return a > NO_AGE ? { ...event, a } : event;
  });
  // JSON leaves out what is undefined.
  return JSON.stringify({ v: 1, k, u, s, c, e });
};
