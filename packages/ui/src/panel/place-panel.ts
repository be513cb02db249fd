/** Space between the bell, the panel and the edges of the window, px. */
const GAP = 8;
/** A window that is narrower gives the panel its whole width, px. */
const NARROW = 480;

/** Puts the panel, which is in the top layer, under its bell and inside the window. */
export function placePanel(panel: HTMLElement, bell: HTMLElement): void {
  const { top, bottom, left, right } = bell.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const isBelow = height - bottom >= top;
  const room = (isBelow ? height - bottom : top) - 2 * GAP;
  panel.style.maxBlockSize = `${Math.max(room, 160)}px`;
  panel.style.insetBlock = isBelow ? `${bottom + GAP}px auto` : `auto ${height - top + GAP}px`;
  if (width < NARROW) {
    panel.style.left = panel.style.right = `${GAP}px`;
    panel.style.inlineSize = 'auto';
    return;
  }
  panel.style.inlineSize = '';
  const own = panel.offsetWidth;
  // Level with the end of the bell, on the side where there is room.
  const isAtRight =
    getComputedStyle(bell).direction === 'rtl' ? left + own > width - GAP : right - own >= GAP;
  const wanted = isAtRight ? right - own : left;
  panel.style.right = 'auto';
  panel.style.left = `${Math.min(Math.max(wanted, GAP), Math.max(width - own - GAP, GAP))}px`;
}
