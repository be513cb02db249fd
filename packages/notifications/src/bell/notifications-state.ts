import type { Notification, NotificationPage } from '@crm-elements/contract';
import { reducePages, withNewest, type Page, type Pages, type PagesChange } from '@crm-elements/core';

/** A user's notifications, newest first, read page by page. */
export interface NotificationsState extends Pages<Notification> {
  unread: number;
  /** Everything up to this sequence of the user's room is in here. */
  seq: number;
}

export type NotificationsChange =
  /** The newest page, read for the first time or again. */
  | { type: 'newest'; page: NotificationPage }
  | PagesChange<Notification>
  /** These were read; `counted` is what the server says about all of them. */
  | { type: 'read'; ids: readonly string[]; counted?: Counted }
  /** Everything that was there was read. */
  | { type: 'all-read'; ids: readonly string[]; counted?: Counted };

interface Counted {
  unread: number;
  seq: number;
}

const nothing: NotificationsState = { rows: [], unread: 0, seq: 0, next: null, more: 'idle' };

export function reduceNotifications(
  state: NotificationsState = nothing,
  change: NotificationsChange,
): NotificationsState {
  switch (change.type) {
    case 'newest':
      return withPage(state, change.page);
    case 'read': {
      const ids = new Set(change.ids);
      const newlyRead = state.rows.filter(({ id, read }) => !read && ids.has(id)).length;
      return recount(markRead(state, ids), state.unread - newlyRead, change.counted);
    }
    case 'all-read':
      return recount(markRead(state, new Set(change.ids)), unreadOutside(state, change.ids), change.counted);
    default:
      return reducePages(state, change);
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

/** A page as the API tells it. */
export const toPage = ({ data, next_cursor: next }: NotificationPage): Page<Notification> => ({
  rows: data,
  next,
});

/** The newest page over the older ones. */
function withPage(state: NotificationsState, page: NotificationPage): NotificationsState {
  const { unread, seq } = page;
  const after = withNewest(state, toPage(page));
  // Elsewhere the reader may have read them all.
  const rows = unread === 0 ? after.rows.map((row) => (row.read ? row : { ...row, read: true })) : after.rows;
  return { ...after, rows, unread, seq: Math.max(state.seq, seq) };
}
