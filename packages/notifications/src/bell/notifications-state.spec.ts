import { expect, test } from 'vitest';
import { notification, notificationPage } from '../testing/samples.js';
import {
  reduceNotifications,
  type NotificationsChange,
  type NotificationsState,
} from './notifications-state.js';

const after = (...changes: NotificationsChange[]) =>
  changes.reduce<NotificationsState | undefined>(reduceNotifications, undefined)!;
const ids = ({ rows }: NotificationsState) => rows.map(({ id }) => id);
const newest = (
  list: readonly string[],
  options?: Parameters<typeof notificationPage>[1],
): NotificationsChange => ({
  type: 'newest',
  page: notificationPage(
    list.map((id) => notification(id)),
    options,
  ),
});
const more = (last: string, list: readonly string[], next: string | null = null): NotificationsChange => ({
  type: 'more-added',
  after: { rows: [notification(last)], next: `after-${last}` },
  page: { rows: list.map((id) => notification(id)), next },
});

test('a newer page goes over the older rows that were read before', () => {
  const state = after(
    newest(['4', '3'], { next: 'a' }),
    more('3', ['2', '1'], 'b'),
    newest(['5', '4'], { next: 'c', seq: 2, unread: 5 }),
  );
  expect(ids(state)).toEqual(['5', '4', '3', '2', '1']);
  expect(state).toMatchObject({ unread: 5, seq: 2, next: 'b' });
});

test('a newer page that does not touch the older rows begins the list anew', () => {
  const state = after(newest(['4', '3'], { next: 'a' }), newest(['9', '8'], { next: 'c', seq: 7 }));
  expect(ids(state)).toEqual(['9', '8']);
  expect(state.next).toBe('c');
});

test('a page that belongs to a list that is gone is not added', () => {
  const state = after(newest(['4', '3'], { next: 'a' }), { type: 'more-asked' }, more('7', ['6']));
  expect(ids(state)).toEqual(['4', '3']);
  expect(state.more).toBe('idle');
});

test('reading one counts it once, however often it is told', () => {
  const read: NotificationsChange = { type: 'read', ids: ['3'] };
  const state = after(newest(['4', '3']), read, read);
  expect(state.unread).toBe(1);
  expect(state.rows.map((row) => row.read)).toEqual([false, true]);
});

test('reading all leaves what came in meanwhile unread', () => {
  const state = after(newest(['4', '3']), newest(['5', '4', '3'], { seq: 2 }), {
    type: 'all-read',
    ids: ['4', '3'],
  });
  expect(state.rows.map((row) => row.read)).toEqual([false, true, true]);
  expect(state.unread).toBe(1);
});

test('an answer that is older than what is known does not turn the number back', () => {
  const state = after(newest(['4', '3'], { seq: 9 }), {
    type: 'read',
    ids: ['3'],
    counted: { unread: 7, seq: 5 },
  });
  expect(state).toMatchObject({ unread: 2, seq: 9 });
});

test('all read elsewhere is all read here, on older pages too', () => {
  const read = notification('4', { read: true });
  const state = after(newest(['4', '3'], { next: 'a' }), more('3', ['2']), {
    type: 'newest',
    page: notificationPage([read, { ...read, id: '3' }], { next: 'a', seq: 3 }),
  });
  expect(state.rows.every((row) => row.read)).toBe(true);
});
