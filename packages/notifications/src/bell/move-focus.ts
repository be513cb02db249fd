/** Arrow keys, Home and End go through the matches, as Tab does, but without leaving them. */
export function moveFocus(event: KeyboardEvent, root: ParentNode, selector: string): void {
  const items = [...root.querySelectorAll<HTMLElement>(selector)];
  const at = items.findIndex((item) => item.matches(':focus'));
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[Math.min(Math.max(target, 0), items.length - 1)]?.focus();
}
