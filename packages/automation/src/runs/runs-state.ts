import type { WorkflowRun } from '@crm-elements/contract';

/** The log, newest first, read page by page. */
export interface RunsState {
  rows: readonly WorkflowRun[];
  /** Leads to the next page; null when everything is here. */
  nextCursor: string | null;
  more: 'idle' | 'loading' | 'failed';
  /** Runs that are being tried again. */
  retrying: ReadonlySet<string>;
  /** Runs whose new try was refused. */
  refused: ReadonlySet<string>;
}

interface Page {
  data: readonly WorkflowRun[];
  next_cursor: string | null;
}

export type RunsChange =
  | { type: 'loaded'; page: Page }
  | { type: 'more-asked' }
  /** The page that follows the row `after`. */
  | { type: 'more-added'; after: string; page: Page }
  | { type: 'more-failed' }
  | { type: 'retry-asked'; id: string }
  | { type: 'retried'; run: WorkflowRun }
  | { type: 'retry-refused'; id: string };

const none: RunsState = {
  rows: [],
  nextCursor: null,
  more: 'idle',
  retrying: new Set(),
  refused: new Set(),
};

export function reduceRuns(state: RunsState | undefined, change: RunsChange): RunsState {
  const before = state ?? none;
  switch (change.type) {
    case 'loaded':
      return { ...none, rows: change.page.data, nextCursor: change.page.next_cursor };
    case 'more-asked':
      return { ...before, more: 'loading' };
    case 'more-failed':
      return { ...before, more: 'failed' };
    case 'more-added': {
      // The list began anew while this page was under way.
      if (before.rows.at(-1)?.id !== change.after) return { ...before, more: 'idle' };
      const { data, next_cursor: nextCursor } = change.page;
      return { ...before, rows: [...before.rows, ...data], nextCursor, more: 'idle' };
    }
    case 'retry-asked':
      return {
        ...before,
        retrying: plus(before.retrying, change.id),
        refused: minus(before.refused, change.id),
      };
    case 'retry-refused':
      return {
        ...before,
        retrying: minus(before.retrying, change.id),
        refused: plus(before.refused, change.id),
      };
    case 'retried': {
      const { run } = change;
      const rows = before.rows.map((row) => (row.id === run.id ? run : row));
      return { ...before, rows, retrying: minus(before.retrying, run.id) };
    }
  }
}

const plus = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set(ids).add(id);
const minus = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((one) => one !== id));
