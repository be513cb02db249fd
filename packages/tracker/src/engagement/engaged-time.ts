/** A gap longer than this (ms) between two looks is a machine that slept: the heartbeat looks every 18 s. */
const LONGEST = 60_000;

/** Visible and focused; a frame inside the page counts as the page. */
export const isAttentive = (): boolean => !document.hidden && document.hasFocus();

/** Adds up the time (ms) during which the page has the reader's attention; each call is a look. */
export const createEngagedTime = (): (() => number) => {
  let total = 0;
  let since = NaN;
  const look = (): number => {
    const now = performance.now();
    total += Math.min(now - since, LONGEST) || 0;
    since = isAttentive() ? now : NaN;
    return Math.round(total);
  };
  look();
  return look;
};
