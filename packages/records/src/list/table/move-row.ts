/** Arrow keys lead from a control of a row to the same control of the row above or below. */
export function moveRow(event: KeyboardEvent): void {
  const { key, target } = event;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  const control = target as HTMLElement;
  const row = control.closest('.row');
  const next = key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const kind = control.matches('input') ? '.choose' : '.main .record';
  const found = next?.matches('.row') ? next.querySelector<HTMLElement>(kind) : null;
  if (!found) return;
  event.preventDefault();
  found.focus();
}
