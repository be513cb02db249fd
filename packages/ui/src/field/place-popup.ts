/** Between the popup and the edges of the window, px. */
const MARGIN = 8;
const GAP = 4;

/** Puts a popup of the top layer under its anchor, or above it where there is more room. */
export function placePopup(anchor: Element, popup: HTMLElement): void {
  const box = anchor.getBoundingClientRect();
  popup.style.minInlineSize = `${box.width}px`;
  popup.style.maxBlockSize = '';
  const { offsetWidth: width, offsetHeight: height } = popup;
  const below = innerHeight - box.bottom - GAP - MARGIN;
  const above = box.top - GAP - MARGIN;
  const isAbove = height > below && above > below;
  const room = isAbove ? above : below;
  if (height > room) popup.style.maxBlockSize = `${Math.max(room, 96)}px`;
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const left = isRtl ? box.right - width : box.left;
  popup.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`;
  popup.style.top = `${isAbove ? box.top - GAP - Math.min(height, room) : box.bottom + GAP}px`;
}
