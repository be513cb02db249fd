import { later } from '../guard.js';

/** Mean time between two beats (ms). */
const INTERVAL = 15_000;

/**
 * Calls `beat` every 15 s while the page is visible, spread by a fifth so that many pages do not come at once;
 * the first time sooner by `head` ms.
 */
export const startHeartbeat = (beat: () => void, head = 0): void => {
  later(
    () => {
      startHeartbeat(beat);
      if (!document.hidden) beat();
    },
    INTERVAL * (0.8 + Math.random() * 0.4) - head,
  );
};
