import type { Feature } from '../types.js';
import { clean } from './values.js';
import { need } from '../warn.js';

/** Custom events and identification. */
export const custom: Feature = ({ push, handlers, identity }) => {
  handlers.track = (name, properties) => {
    const n = (name as string).slice(0, 128);
    need(n);
    push({ t: 'e', n, w: properties ? clean(properties) : undefined });
  };
  handlers.identify = (values) => {
    if (values === null) {
      // Signed out: whoever is here next is somebody else.
      identity.touch(true);
      handlers.page!();
    } else {
      const w = clean(values);
      need(Object.keys(w).length);
      push({ t: 'i', w });
    }
  };
};
