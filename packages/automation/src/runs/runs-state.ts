import type { WorkflowRun } from '@crm-elements/contract';
import { reducePages, withNewest, type Page, type Pages, type PagesChange } from '@crm-elements/core';

/** The log, newest first, read page by page. */
export interface RunsState extends Pages<WorkflowRun> {
  /** Runs that are being tried again. */
  retrying: ReadonlySet<string>;
  /** Runs whose new try was refused. */
  refused: ReadonlySet<string>;
}

export type RunsChange =
  | PagesChange<WorkflowRun>
  /** The newest page, read for the first time or again. */
  | { type: 'newest'; page: Page<WorkflowRun> }
  | { type: 'retry-asked'; id: string }
  | { type: 'retried'; run: WorkflowRun }
  | { type: 'retry-refused'; id: string };

const none: RunsState = {
  rows: [],
  next: null,
  more: 'idle',
  retrying: new Set(),
  refused: new Set(),
};

export function reduceRuns(state: RunsState | undefined, change: RunsChange): RunsState {
  const before = state ?? none;
  switch (change.type) {
    case 'newest':
      return withNewest(before, change.page);
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
    default:
      return reducePages(before, change);
  }
}

const plus = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set(ids).add(id);
const minus = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((one) => one !== id));
