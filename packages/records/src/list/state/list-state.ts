import type { CrmRecord } from '@crm-elements/contract';
import { reducePages, type Pages, type PagesChange } from '@crm-elements/core';

/** A list of records, read page by page. */
export interface ListState extends Pages<CrmRecord> {
  /** Records that have come since and wait until the reader wants to see them. */
  fresh: number;
  /** How many there are; undefined while that is not known. */
  total: number | undefined;
}

export type ListChange =
  | PagesChange<CrmRecord>
  /** The first page of a list that begins. */
  | { type: 'began'; rows: readonly CrmRecord[]; next: string | null }
  /** The first page as it is now, and the present values of rows in sight. */
  | {
      type: 'refreshed';
      first: readonly CrmRecord[];
      next: string | null;
      asked: readonly string[];
      found: readonly CrmRecord[];
    }
  | { type: 'removed'; ids: ReadonlySet<string> }
  | { type: 'counted'; total: number | undefined };

const nothing: ListState = { rows: [], next: null, more: 'idle', fresh: 0, total: undefined };

export function reduceList(state: ListState = nothing, change: ListChange): ListState {
  switch (change.type) {
    case 'began':
      return { ...nothing, total: state.total, rows: change.rows, next: change.next };
    case 'refreshed':
      return refreshed(state, change);
    case 'removed': {
      const rows = state.rows.filter(({ id }) => !change.ids.has(id));
      const gone = state.rows.length - rows.length;
      return { ...state, rows, total: state.total === undefined ? undefined : state.total - gone };
    }
    case 'counted':
      return { ...state, total: change.total };
    default:
      return reducePages(state, change);
  }
}

type Refreshed = Extract<ListChange, { type: 'refreshed' }>;

/** New values in old places: rows that are read do not move; new ones are only counted. */
function refreshed(state: ListState, { first, next, asked, found }: Refreshed): ListState {
  if (state.rows.length === 0) return { ...state, rows: first, next, fresh: 0 };
  const values = new Map([...first, ...found].map((row) => [row.id, row]));
  const gone = new Set(asked.filter((id) => !values.has(id)));
  const rows = state.rows.filter(({ id }) => !gone.has(id)).map((row) => values.get(row.id) ?? row);
  const known = new Set(state.rows.map(({ id }) => id));
  // What stands behind the last known row is no news.
  const last = first.findLastIndex(({ id }) => known.has(id));
  const fresh = first.slice(0, last === -1 ? first.length : last).filter(({ id }) => !known.has(id)).length;
  return { ...state, rows, fresh };
}
