/** Between the card and the edges of the window, and between it and what it belongs to, px. */
const MARGIN = 8;
const GAP = 6;

/** Puts a card of the top layer below its anchor, or above where there is more room; never outside of the window. */
export function placeCard(anchor: DOMRect, card: HTMLElement, isRtl: boolean): void {
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = innerHeight - anchor.bottom - GAP - MARGIN;
  const above = anchor.top - GAP - MARGIN;
  const wanted = height > below && above > below ? anchor.top - GAP - height : anchor.bottom + GAP;
  const start = isRtl ? anchor.right - width : anchor.left;
  card.style.left = `${Math.max(MARGIN, Math.min(start, innerWidth - width - MARGIN))}px`;
  card.style.top = `${Math.max(MARGIN, Math.min(wanted, innerHeight - height - MARGIN))}px`;
}
