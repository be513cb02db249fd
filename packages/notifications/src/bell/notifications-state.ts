import type { Notification, NotificationPage } from '@crm-elements/contract';

/** A user's notifications, newest first, read page by page. */
export interface NotificationsState {
  rows: readonly Notification[];
  unread: number;
  /** Everything up to this sequence of the user's room is in here. */
  seq: number;
  /** Leads to the next page; null when everything is here. */
  nextCursor: string | null;
  more: 'idle' | 'loading' | 'failed';
}

export type NotificationsChange =
  /** The newest page, read for the first time or again. */
  | { type: 'newest'; page: NotificationPage }
  | { type: 'more-asked' }
  /** The page that follows the row `after`. */
  | { type: 'more-added'; after: string; page: NotificationPage }
  | { type: 'more-failed' }
  /** These were read; `counted` is what the server says about all of them. */
  | { type: 'read'; ids: readonly string[]; counted?: Counted }
  /** Everything that was there was read. */
  | { type: 'all-read'; ids: readonly string[]; counted?: Counted };

interface Counted {
  unread: number;
  seq: number;
}

const nothing: NotificationsState = { rows: [], unread: 0, seq: 0, nextCursor: null, more: 'idle' };

export function reduceNotifications(
  state: NotificationsState = nothing,
  change: NotificationsChange,
): NotificationsState {
  switch (change.type) {
    case 'newest':
      return withNewest(state, change.page);
    case 'more-asked':
      return { ...state, more: 'loading' };
    case 'more-failed':
      return { ...state, more: 'failed' };
    case 'more-added': {
      // The list began anew while this page was under way.
      if (state.rows.at(-1)?.id !== change.after) return { ...state, more: 'idle' };
      const { data, next_cursor: nextCursor } = change.page;
      return { ...state, rows: [...state.rows, ...data], nextCursor, more: 'idle' };
    }
    case 'read': {
      const ids = new Set(change.ids);
      const newlyRead = state.rows.filter(({ id, read }) => !read && ids.has(id)).length;
      return recount(markRead(state, ids), state.unread - newlyRead, change.counted);
    }
    case 'all-read':
      return recount(markRead(state, new Set(change.ids)), unreadOutside(state, change.ids), change.counted);
  }
}

const markRead = (state: NotificationsState, ids: ReadonlySet<string>): NotificationsState => ({
  ...state,
  rows: state.rows.map((row) => (row.read || !ids.has(row.id) ? row : { ...row, read: true })),
});

/** What came in after the reader has looked is still unread. */
function unreadOutside({ rows }: NotificationsState, ids: readonly string[]): number {
  const known = new Set(ids);
  return rows.filter(({ id, read }) => !read && !known.has(id)).length;
}

/** An answer that is older than what is known says nothing about the number. */
function recount(state: NotificationsState, guess: number, counted: Counted | undefined): NotificationsState {
  if (!counted) return { ...state, unread: Math.max(0, guess) };
  return counted.seq < state.seq ? state : { ...state, unread: counted.unread, seq: counted.seq };
}

/** The newest page over the older ones. Where the two do not touch, rows would be missing between them. */
function withNewest(state: NotificationsState, page: NotificationPage): NotificationsState {
  const { data, unread, seq, next_cursor: nextCursor } = page;
  const known = { unread, seq: Math.max(state.seq, seq) };
  const end = state.rows.findIndex(({ id }) => id === data.at(-1)?.id);
  const older = nextCursor === null || end < 0 ? [] : state.rows.slice(end + 1);
  if (older.length === 0) return { ...state, ...known, rows: data, nextCursor };
  // Elsewhere the reader may have read them all.
  const rows = [...data, ...older.map((row) => (unread === 0 ? { ...row, read: true } : row))];
  return { ...state, ...known, rows };
}
