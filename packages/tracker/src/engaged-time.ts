/** A gap longer than this (ms) between two looks is a machine that slept: the heartbeat looks every 18 s. */
const LONGEST = 60_000;

/** Adds up the time (ms) during which the page has the reader's attention. */
export const createEngagedTime = (): ((attentive: boolean, now?: number) => number) => {
  let total = 0;
  let since: number | undefined;
  return (attentive, now = performance.now()) => {
    if (since !== undefined) total += Math.min(now - since, LONGEST);
    since = attentive ? now : undefined;
    return Math.round(total);
  };
};

/** Visible and focused; a frame inside the page counts as the page. */
export const isAttentive = (): boolean => document.visibilityState === 'visible' && document.hasFocus();
