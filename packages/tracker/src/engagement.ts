import type { CollectEvent } from '@crm-elements/contract';
import { isAttentive } from './engaged-time.js';
import { attempt, later } from './guard.js';
import { createHeartbeat } from './heartbeat.js';
import { createScrollDepth } from './scroll.js';
import { beacon, postLater } from './transport.js';
import type { Entry, View } from './types.js';

export interface EngagementOptions {
  readonly url: string;
  /** Body of a request. */
  readonly encode: (entries: readonly Entry[]) => string;
  readonly add: (entry: Entry) => void;
  /** The current view. */
  readonly view: () => View | undefined;
  /** What else belongs to the end of the page. */
  readonly rider: () => CollectEvent | undefined;
  /** The reader is still there. */
  readonly active: () => void;
}

export interface Engagement {
  /** Begins to measure another page; `settle` is the time (ms) that it gets to be drawn. */
  begin(settle: number): void;
  /** Sends the totals of the view that ends. */
  end(): void;
  /** Leaves the totals with the browser, for whenever the page ends. False: it cannot keep them. */
  arm(): boolean | undefined;
  /** Visibility or focus changed. */
  look(): void;
  /** The page goes away; `final` unless it may come back. */
  leave(final: boolean): void;
  /** Takes back what the browser has been left with. */
  disarm(): void;
}

/** Attention and scroll depth of the current view, and how the server hears of them. */
export const createEngagement = ({ url, encode, add, view, rider, active }: EngagementOptions): Engagement => {
  const scroll = createScrollDepth();
  let controller: AbortController | undefined;

  /** `x` says that the page was left. */
  const totals = ({ id, u, s, engaged }: View, x?: boolean): Entry => {
    const m = engaged(isAttentive());
    return { z: Date.now(), u, s, e: { t: 'g', i: id, m, d: scroll.percent(), ...(x && { x: 1 }) } };
  };
  const farewell = (current: View, x: boolean): string => {
    const entry = totals(current, x);
    const e = rider();
    return encode(e ? [entry, { ...entry, e }] : [entry]);
  };
  const disarm = (): void => controller?.abort();
  const arm = (current = view()): boolean | undefined => {
    disarm();
    const { signal } = (controller = new AbortController());
    return (
      current &&
      attempt(() => {
        postLater(url, farewell(current, true), signal);
        return true;
      })
    );
  };

  const heartbeat = createHeartbeat(() => {
    const current = view();
    if (!current) return;
    scroll.sample();
    add(totals(current));
    arm();
    if (isAttentive()) active();
  });

  return {
    begin(settle) {
      heartbeat.restart();
      view()?.engaged(isAttentive());
      later(scroll.restart, settle);
    },
    end() {
      const current = view();
      if (current) add(totals(current, true));
    },
    arm,
    disarm,
    look() {
      view()?.engaged(isAttentive());
      heartbeat.resume();
    },
    leave(final) {
      const current = view();
      if (!current) return;
      scroll.sample();
      if (!arm()) beacon(url, farewell(current, final));
    },
  };
};
