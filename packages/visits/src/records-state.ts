import { compareIds } from './compare-ids.js';

interface Row {
  id: string;
}

/** A list of records, newest first, read page by page. */
export interface RecordsState<T extends Row> {
  rows: readonly T[];
  /** Leads to the next page; null when everything is here. */
  nextToken: string | null;
  more: 'idle' | 'loading' | 'failed';
}

export type RecordsChange<T extends Row> =
  /** The newest page, read for the first time or again. */
  | { type: 'newest'; rows: readonly T[]; nextToken: string | null }
  | { type: 'more-asked' }
  /** The page that follows the row `after`. */
  | { type: 'more-added'; after: string; rows: readonly T[]; nextToken: string | null }
  | { type: 'more-failed' };

export function reduceRecords<T extends Row>(
  state: RecordsState<T> | undefined,
  change: RecordsChange<T>,
): RecordsState<T> {
  switch (change.type) {
    case 'newest':
      return withNewest(state, change.rows, change.nextToken);
    case 'more-added': {
      const isNext = state?.rows.at(-1)?.id === change.after;
      // The list began anew while this page was under way.
      if (!state || !isNext) return { ...settled(state), more: 'idle' };
      return { rows: [...state.rows, ...change.rows], nextToken: change.nextToken, more: 'idle' };
    }
    case 'more-asked':
      return { ...settled(state), more: 'loading' };
    case 'more-failed':
      return { ...settled(state), more: 'failed' };
  }
}

function settled<T extends Row>(state: RecordsState<T> | undefined): RecordsState<T> {
  return state ?? { rows: [], nextToken: null, more: 'idle' };
}

/** The newest page over the older ones. Where the two do not touch, rows would be missing between them. */
function withNewest<T extends Row>(
  state: RecordsState<T> | undefined,
  rows: readonly T[],
  nextToken: string | null,
): RecordsState<T> {
  const more = state?.more ?? 'idle';
  const oldest = rows.at(-1);
  const ids = new Set(rows.map(({ id }) => id));
  const touches = state?.rows.some(({ id }) => ids.has(id)) ?? false;
  if (!oldest || nextToken === null || !state || !touches) return { rows, nextToken, more };
  const older = state.rows.filter(({ id }) => compareIds(id, oldest.id) < 0);
  return { rows: [...rows, ...older], nextToken: older.length > 0 ? state.nextToken : nextToken, more };
}
