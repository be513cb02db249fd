import type { Page, Pages, Row } from './pages.js';

/** The newest page over the older rows. Where the two do not touch, rows would be missing between them. */
export function withNewest<R extends Row, S extends Pages<R>>(state: S, { rows, next }: Page<R>): S {
  const oldest = rows.at(-1);
  const ids = new Set(rows.map(({ id }) => id));
  const touches = state.rows.some(({ id }) => ids.has(id));
  if (!oldest || next === null || !touches) return { ...state, rows, next };
  const older = state.rows.filter(({ id }) => compareIds(id, oldest.id) < 0);
  return { ...state, rows: [...rows, ...older], next: older.length > 0 ? state.next : next };
}

/** Order of creation of two ids: decimal numbers too long for a number. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}
