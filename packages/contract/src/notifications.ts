import { Type, type Static } from '@sinclair/typebox';
import { Id } from './ids.js';
import { Problem } from './problem.js';
import { routes } from './route.js';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Named = Type.Object({ id: Id, name: Type.String() });

/**
 * Something a user should know. A reader words it by its kind, in the reader's language; a kind that is not
 * known is shown by its `text`. Kinds: `record_assigned` and `task_assigned` (the actor made the user the owner),
 * `workflow_failed` (a rule of the user's has given up an action), `chat_missed` (nobody accepted the chat of a visitor,
 * whose name is the `text`; the record is the visit).
 */
export const Notification = Type.Object(
  {
    id: Id,
    kind: Type.String(),
    actor: nullable(Named),
    /** What it is about; without a name, because the reader may not see it, or it is gone. */
    record: nullable(Type.Object({ module: Type.String(), id: Id, name: nullable(Type.String()) })),
    text: Type.String(),
    created_at: Type.String(),
    read: Type.Boolean(),
  },
  { $id: 'Notification' },
);
export type Notification = Static<typeof Notification>;

export const NotificationPage = Type.Object(
  {
    /** Newest first. */
    data: Type.Array(Notification),
    unread: Type.Integer(),
    /** Sequence of the user's room that this answer holds. */
    seq: Type.Integer(),
    next_cursor: nullable(Type.String()),
  },
  { $id: 'NotificationPage' },
);
export type NotificationPage = Static<typeof NotificationPage>;

/** By kind of notification: whether a mail is sent too. */
export const NotificationPreferences = Type.Object(
  { email: Type.Record(Type.String({ maxLength: 64 }), Type.Boolean()) },
  { $id: 'NotificationPreferences' },
);
export type NotificationPreferences = Static<typeof NotificationPreferences>;

const refused = { 400: Problem, 401: Problem, 403: Problem, 429: Problem };
const shared = { tag: 'Notifications', dialect: 'v1', security: 'token' } as const;

/** Each user's own. */
export const notificationRoutes = routes({
  'GET /v1/notifications': {
    ...shared,
    summary: 'Your notifications, newest first, and how many are unread',
    scope: 'ZohoCRM.notifications.READ',
    query: Type.Object({
      cursor: Type.Optional(Type.String({ maxLength: 64 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
    }),
    responses: { 200: NotificationPage, ...refused },
  },
  'POST /v1/notifications/read': {
    ...shared,
    summary: 'Mark notifications read: those that are named, or all up to one',
    scope: 'ZohoCRM.notifications.UPDATE',
    body: Type.Union([
      Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 100 }) }),
      Type.Object({ up_to: Id }),
    ]),
    responses: { 200: Type.Object({ unread: Type.Integer(), seq: Type.Integer() }), ...refused },
  },
  'GET /v1/notification-preferences': {
    ...shared,
    summary: 'Which of your notifications come by mail too',
    scope: 'ZohoCRM.notifications.READ',
    responses: { 200: NotificationPreferences, ...refused },
  },
  'PUT /v1/notification-preferences': {
    ...shared,
    summary: 'Choose which of your notifications come by mail too',
    scope: 'ZohoCRM.notifications.UPDATE',
    body: NotificationPreferences,
    responses: { 200: NotificationPreferences, ...refused },
  },
});
