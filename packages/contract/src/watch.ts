import { Type } from '@sinclair/typebox';
import { crmRefused, WriteRow } from './records.js';
import { routes } from './route.js';

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const Rows = Type.Object({ watch: Type.Array(Type.Record(Type.String(), Type.Unknown())) });
const Answer = Type.Object({ watch: Type.Array(WriteRow) });

/** What a channel tells of one module. */
const Watched = Type.Object(
  {
    channel_id: Type.String(),
    events: Type.Array(Type.String()),
    notify_url: Type.String(),
    channel_expiry: Type.String(),
    resource_name: Type.String(),
  },
  { additionalProperties: true, $id: 'WatchedModule' },
);

const shared = { tag: 'Notifications', dialect: 'crm', security: 'token' } as const;
const written = { 200: Answer, 207: Answer, ...crmRefused };

/** Channels: each tells another program of what happens to records. */
export const watchRoutes = routes({
  'GET /crm/v8/actions/watch': {
    ...shared,
    summary: 'List your channels, one row a module',
    scope: 'ZohoCRM.notifications.READ',
    query: Type.Object({ channel_id: text(32), module: text(64), page: text(16), per_page: text(16) }),
    responses: {
      200: Type.Object({
        watch: Type.Array(Watched),
        info: Type.Object({
          per_page: Type.Integer(),
          count: Type.Integer(),
          page: Type.Integer(),
          more_records: Type.Boolean(),
        }),
      }),
      204: null,
      ...crmRefused,
    },
  },
  'POST /crm/v8/actions/watch': {
    ...shared,
    summary: 'Open channels',
    scope: 'ZohoCRM.notifications.CREATE',
    body: Rows,
    responses: { 201: Answer, 207: Answer, ...crmRefused },
  },
  'PUT /crm/v8/actions/watch': {
    ...shared,
    summary: 'Set channels anew',
    scope: 'ZohoCRM.notifications.UPDATE',
    body: Rows,
    responses: written,
  },
  'PATCH /crm/v8/actions/watch': {
    ...shared,
    summary: 'Change what is given of channels, or take events away',
    scope: 'ZohoCRM.notifications.UPDATE',
    body: Rows,
    responses: written,
  },
  'DELETE /crm/v8/actions/watch': {
    ...shared,
    summary: 'Close channels',
    scope: 'ZohoCRM.notifications.DELETE',
    query: Type.Object({ channel_ids: text(4_096) }),
    responses: written,
  },
});
