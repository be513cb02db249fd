import { notificationsRoom } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/db/database.js';
import { roomSequence } from '../platform/outbox/rooms.js';
import type { Relay } from '../platform/outbox/relay.js';
import type { Realtime } from '../platform/realtime/realtime.js';
import type { Modules } from '../records/index.js';
import { followEvents } from './consumers.js';
import { serveNotifications } from './routes.js';

export { startMailing } from './mails/send-mails.js';
export { notificationMigrations } from './migrations.js';
export { askToNotify } from './notify.js';
export { removeOldNotifications } from './sweep.js';

interface Platform {
  database: Database;
  modules: Modules;
  relay: Relay;
  realtime: Realtime;
}

/** Brings notifications into the app: each user has a room that nobody else may join. */
export function mountNotifications(
  app: FastifyInstance,
  { database, modules, relay, realtime }: Platform,
): void {
  followEvents(relay);
  realtime.serve({
    knows: (room) => room.startsWith(notificationsRoom('')),
    allows: (party, room) => party.kind === 'user' && room === notificationsRoom(party.userId),
    sequence: (orgId, room) => roomSequence(database.db, orgId, room),
  });
  serveNotifications(app, database, modules);
}
