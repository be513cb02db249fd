import { isId } from '../ids.js';
import type { Store } from './store.js';
import type { Entry } from '../types.js';

/** Two hundred from before, and some of this page that are on their way. */
const MAX_EVENTS = 220;
const MAX_CHARACTERS = 65_536;
const MAX_AGE = 72 * 3_600_000;

/** The undelivered events, oldest first. Removes what is too old, too much or not ours. */
export const readBacklog = (store: Store): Entry[] => {
  let size = 0;
  return store
    .keys()
    .filter(isId)
    .map((key) => ({ ...(store.read(key) as Partial<Entry>), key }))
    .sort((a, b) => b.z! - a.z!)
    .filter((entry, index): entry is Entry & { key: string } => {
      size += JSON.stringify(entry).length;
      const keep =
        !!entry.e && Date.now() - entry.z! < MAX_AGE && index < MAX_EVENTS && size < MAX_CHARACTERS;
      if (!keep) store.remove(entry.key);
      return keep;
    })
    .reverse();
};
