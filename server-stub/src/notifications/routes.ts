import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { serveRoute } from '../platform/http/serve-route.js';
import { openContext, type Modules } from '../records/index.js';
import { markRead } from './mark-read.js';
import { readPreferences, writePreferences } from './preferences.js';
import { readNotifications } from './read.js';

const PAGE = 30;
const ID = /^[1-9]\d{0,18}$/;

/** Each user's own notifications. */
export function serveNotifications(app: FastifyInstance, { db, transact }: Database, modules: Modules): void {
  serveRoute(app, 'GET /v1/notifications', async ({ principal, query: { cursor, limit = PAGE } }) => {
    if (cursor !== undefined && !ID.test(cursor))
      throw new Failure(400, 'invalid_input', { detail: 'cursor is none that this API gave.' });
    const context = await openContext(db, modules, principal);
    return { status: 200, body: await readNotifications(db, context, { cursor, limit }) };
  });

  serveRoute(app, 'POST /v1/notifications/read', async ({ principal, body }) => ({
    status: 200,
    body: await transact((tx) => markRead(tx, principal, body)),
  }));

  serveRoute(app, 'GET /v1/notification-preferences', async ({ principal }) => ({
    status: 200,
    body: await readPreferences(db, principal),
  }));

  serveRoute(app, 'PUT /v1/notification-preferences', async ({ principal, body }) => {
    await writePreferences(db, principal, body);
    return { status: 200, body: await readPreferences(db, principal) };
  });
}
