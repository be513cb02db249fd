import type { Notification, NotificationPage } from '@crm-elements/contract';

export const LIST = 'GET /v1/notifications';
export const READ = 'POST /v1/notifications/read';
export const USERS = 'GET /crm/v8/users';
export const PREFERENCES = 'GET /v1/notification-preferences';
export const CHOOSE = 'PUT /v1/notification-preferences';

export const currentUser = (id: string) => ({ users: [{ id, full_name: 'Ada Admin' }] });

/** Grace made the reader the owner of a lead, a minute ago. */
export const notification = (id: string, changes: Partial<Notification> = {}): Notification => ({
  id,
  kind: 'record_assigned',
  actor: { id: '5', name: 'Grace Hopper' },
  record: { module: 'Leads', id: `90${id}`, name: 'Ada Lovelace' },
  text: 'Grace Hopper made you the owner of Ada Lovelace',
  created_at: new Date(Date.now() - 60_000).toISOString(),
  read: false,
  ...changes,
});

export const notificationPage = (
  data: Notification[],
  { seq = 1, next = null, unread }: { seq?: number; next?: string | null; unread?: number } = {},
): NotificationPage => ({
  data,
  unread: unread ?? data.filter(({ read }) => !read).length,
  seq,
  next_cursor: next,
});
