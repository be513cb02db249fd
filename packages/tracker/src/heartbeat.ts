import { later } from './guard.js';

/** Mean time between two beats (ms). */
const INTERVAL = 15_000;

export interface Heartbeat {
  /** The server has just been told: the next beat is due after a whole interval. */
  restart(): void;
  /** Visibility changed: beats only while the page is visible, at once if one is overdue. */
  resume(): void;
}

/** Calls `beat` every 15 s, spread by a fifth so that many pages do not come at once. */
export const createHeartbeat = (beat: () => void): Heartbeat => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  const resume = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    timer = later(() => {
      restart();
      beat();
    }, due - performance.now());
  };
  const restart = (): void => {
    due = performance.now() + INTERVAL * (0.8 + Math.random() * 0.4);
    resume();
  };
  return { restart, resume };
};
