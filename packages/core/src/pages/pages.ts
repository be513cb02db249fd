/** What a row is known by. */
export interface Row {
  id: string;
}

/** Some rows of a list, in its order. */
export interface Page<R> {
  rows: readonly R[];
  /** Leads to the next page; null when everything is here. */
  next: string | null;
}

/** A list as far as it was read, page by page. */
export interface Pages<R> extends Page<R> {
  more: 'idle' | 'loading' | 'failed';
}

export type PagesChange<R> =
  | { type: 'more-asked' }
  /** The page that was asked for when the list was as in `after`. */
  | { type: 'more-added'; after: Page<R>; page: Page<R> }
  | { type: 'more-failed' };

/** What becomes of a list while its next page is read; for the reducers of states that have more than rows. */
export function reducePages<R extends Row, S extends Pages<R>>(state: S, change: PagesChange<R>): S {
  switch (change.type) {
    case 'more-asked':
      return { ...state, more: 'loading' };
    case 'more-failed':
      return { ...state, more: 'failed' };
    case 'more-added': {
      const { after, page } = change;
      // The list began anew while this page was under way.
      if (!isNext(state, after)) return { ...state, more: 'idle' };
      return { ...state, rows: withRows(state.rows, page.rows), next: page.next, more: 'idle' };
    }
  }
}

/** A list that was read again and ends where it did has another token for the same page. */
const isNext = <R extends Row>(state: Page<R>, after: Page<R>): boolean =>
  state.next === after.next || state.rows.at(-1)?.id === after.rows.at(-1)?.id;

/** Pages of a sorted list may overlap when rows have moved meanwhile. */
function withRows<R extends Row>(rows: readonly R[], added: readonly R[]): readonly R[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...added.filter(({ id }) => !known.has(id))];
}
