export interface Row {
  id: string;
}

/** A list as far as it was read. */
export interface ListState<T extends Row> {
  rows: readonly T[];
  hasMore: boolean;
  more: 'idle' | 'loading' | 'failed';
}

export interface ListPage<T extends Row> {
  rows: readonly T[];
  hasMore: boolean;
}

export type ListChange<T extends Row> =
  /** The first page, read for the first time or again. */
  | ({ type: 'first' } & ListPage<T>)
  | { type: 'more-asked' }
  | ({ type: 'more-added' } & ListPage<T>)
  | { type: 'more-failed' }
  /** A row is new or is another one than before. */
  | { type: 'put'; row: T }
  | { type: 'removed'; id: string };

export const emptyList = { rows: [], hasMore: false, more: 'idle' } as const;

export function reduceList<T extends Row>(state: ListState<T>, change: ListChange<T>): ListState<T> {
  switch (change.type) {
    case 'first':
      return { rows: change.rows, hasMore: change.hasMore, more: 'idle' };
    case 'more-asked':
      return { ...state, more: 'loading' };
    case 'more-failed':
      return { ...state, more: 'failed' };
    case 'more-added':
      return { rows: change.rows.reduce(put, state.rows), hasMore: change.hasMore, more: 'idle' };
    case 'put':
      return { ...state, rows: put(state.rows, change.row) };
    case 'removed':
      return { ...state, rows: state.rows.filter(({ id }) => id !== change.id) };
  }
}

/** In its place, or at the end: a page may bring a row that was added meanwhile. */
function put<T extends Row>(rows: readonly T[], row: T): readonly T[] {
  const isKnown = rows.some(({ id }) => id === row.id);
  return isKnown ? rows.map((known) => (known.id === row.id ? row : known)) : [...rows, row];
}
