/** Rows are told by their place; the head is the first. */
const HEAD_ROWS = 2;

/** Place of the row in the whole list that an event comes from; undefined where it is none. */
export function rowIndexOf(event: Event): number | undefined {
  const place = (event.target as Element).closest('.row')?.getAttribute('aria-rowindex');
  return place ? Number(place) - HEAD_ROWS : undefined;
}

/**
 * Arrow keys lead from a control of a row to the same control of the row above or below.
 * @param draw draws the row at a place, also one out of sight
 */
export async function moveRow(
  event: KeyboardEvent,
  draw: (index: number) => Promise<unknown>,
): Promise<void> {
  const { key, target } = event;
  // Later on, an event forgets whose listener it was.
  const region = event.currentTarget as Element;
  const index = rowIndexOf(event);
  if (index === undefined || (key !== 'ArrowDown' && key !== 'ArrowUp')) return;
  event.preventDefault();
  const next = key === 'ArrowDown' ? index + 1 : index - 1;
  await draw(next);
  const kind = (target as Element).matches('input') ? '.choose' : '.main .record';
  const row = `.row[aria-rowindex='${next + HEAD_ROWS}']`;
  region.querySelector<HTMLElement>(`${row} ${kind}`)?.focus();
}
