/** Distance of a popover from its button and from the edges, px. */
const GAP = 4;
const EDGE = 8;

/** Puts an open popover below its button, its end at the button's end, within the window. */
export function placeBelow(popover: HTMLElement, button: Element): void {
  const { bottom, top, left, right } = button.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  const { offsetWidth: width, offsetHeight: height } = popover;
  const wanted = isRightToLeft ? left : right - width;
  const x = Math.max(EDGE, Math.min(wanted, innerWidth - width - EDGE));
  const isBelow = bottom + GAP + height <= innerHeight - EDGE || top < height;
  const y = isBelow ? bottom + GAP : top - GAP - height;
  popover.style.setProperty('left', `${x}px`);
  popover.style.setProperty('top', `${Math.max(EDGE, y)}px`);
}
