import { attempt } from './guard.js';
import { isId } from './ids.js';
import type { Store } from './store.js';
import type { Entry } from './types.js';

const MAX_EVENTS = 200;
const MAX_CHARACTERS = 65_536;
const MAX_AGE = 72 * 3_600_000;

/** The undelivered events, oldest first. Removes what is too old, too much or not ours. */
export const readBacklog = (store: Store, now = Date.now()): Entry[] => {
  let size = 0;
  return store
    .keys()
    .filter(isId)
    .map((key) => {
      const text = store.read(key);
      const entry = attempt(() => JSON.parse(text as string) as Entry);
      return { key, text, entry, z: entry?.z ?? 0 };
    })
    .sort((a, b) => b.z - a.z)
    .flatMap(({ key, text = '', entry, z }, index) => {
      size += text.length;
      if (entry && now - z < MAX_AGE && index < MAX_EVENTS && size < MAX_CHARACTERS) return entry;
      store.remove(key);
      return [];
    })
    .reverse();
};
