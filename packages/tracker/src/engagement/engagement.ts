import { encode } from '../delivery/batches.js';
import { startHeartbeat } from './heartbeat.js';
import { createScrollDepth } from './scroll.js';
import { beacon, postLater } from '../delivery/transport.js';
import type { Core, Entry } from '../types.js';

export interface Engagement {
  /** Begins to watch a page that has been open for `head` ms. */
  start(head: number): void;
  /** Another page is shown. */
  restart(): void;
  /** The totals of the view; `left` says that it has ended. */
  totals(left?: true): Entry[];
  /** Leaves the totals with the browser, for whenever the page ends. False: it cannot keep them. */
  arm(): boolean;
  /** Takes back what the browser has been left with. */
  disarm(): void;
  /** The page goes away; `left` unless it may come back. */
  leave(left?: true): void;
}

/** Attention and scroll depth of the current view; `beat` is called at every heartbeat. */
export const createEngagement = (core: Core, beat: () => void): Engagement => {
  const scroll = createScrollDepth();
  let controller: AbortController | undefined;

  const totals = (left?: true): Entry[] => {
    if (!core.view) return [];
    const { i, engaged } = core.view;
    return [core.entry({ t: 'g', i, m: engaged(), d: scroll.percent(), x: left && 1 })];
  };
  const farewell = (left?: true): string => {
    const entries = totals(left);
    const e = core.rider?.();
    return encode(core, e ? [...entries, core.entry(e)] : entries);
  };
  const disarm = (): void => controller?.abort();
  const arm = (): boolean => {
    disarm();
    try {
      if (core.view) controller = postLater(core.url, farewell(true));
      return true;
    } catch {
      return false;
    }
  };

  return {
    start(head) {
      scroll.restart();
      arm();
      startHeartbeat(() => {
        scroll.sample();
        beat();
        arm();
      }, head);
    },
    restart: scroll.restart,
    totals,
    arm,
    disarm,
    leave(left) {
      scroll.sample();
      if (!arm()) beacon(core.url, farewell(left));
    },
  };
};
