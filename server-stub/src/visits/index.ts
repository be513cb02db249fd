import { VISITS_ROOM } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { loadAccess } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import type { Mailer } from '../platform/mail/index.js';
import type { Metrics } from '../platform/metrics.js';
import { roomSequence } from '../platform/outbox/rooms.js';
import type { Relay } from '../platform/outbox/relay.js';
import type { Realtime } from '../platform/realtime/realtime.js';
import type { Secrets } from '../platform/secrets/index.js';
import type { Modules } from '../records/index.js';
import { createPortals } from './collect/portals.js';
import { serveCollect } from './collect/route.js';
import { createGreet, type Greet } from './greet.js';
import { createGroupCommit, type EventSink } from './collect/sink.js';
import { createWriter } from './collect/write.js';
import { createIdentifier } from './identify/identify.js';
import { announceVisits } from './live.js';
import { actionSource, actionsOfVisit } from './module/actions.js';
import { actionFields, visitFields } from './module/fields.js';
import { visitSource } from './module/visits.js';
import { mountPeople } from './people/mount.js';
import { serveVisits } from './routes.js';
import { seesVisits } from './rights.js';
import { serveSetup } from './setup/routes.js';
import { IDENTIFIED, VISIT_CHANGED } from './topics.js';

export { attendVisit, addChatAction } from './chat.js';
export { IDENTIFIED } from './topics.js';
export { startSweeping } from './live.js';
export { partitionedTables, visitMigrations } from './migrations.js';
export { identityKey } from './identify/identity-key.js';
export { identifyMigrations } from './identify/migrations.js';
export type { EventSink } from './collect/sink.js';
export { seedPortal } from './seed.js';
export { seedVisits } from './seed-visits.js';

interface Platform {
  database: Database;
  relay: Relay;
  realtime: Realtime;
  metrics: Metrics;
  modules: Modules;
  secrets: Secrets;
  mailer: Mailer;
}

/** What other domains and the app may ask of the visits. */
export interface Visits {
  /** To be closed before the database. */
  sink: EventSink;
  /** The visitor of a page that was admitted by its portal. @throws Failure 403 */
  greet: Greet;
}

/** Brings the visits into the app. */
export async function mountVisits(app: FastifyInstance, platform: Platform): Promise<Visits> {
  const { database, relay, realtime, metrics, modules, secrets, mailer } = platform;
  modules.add({
    apiName: 'Visits',
    singular: 'Visit',
    plural: 'Visits',
    fields: visitFields,
    source: visitSource,
    workflow: {
      triggers: ['create'],
      actions: ['task', 'email_alert', 'webhook', 'create_record'],
      person: 'Visited_By',
    },
  });
  modules.add({
    apiName: 'Actions_Performed',
    singular: 'Action Performed',
    plural: 'Actions Performed',
    fields: actionFields,
    source: actionSource,
  });
  modules.relate('Visits', actionsOfVisit);
  relay.on(VISIT_CHANGED, announceVisits);
  mountPeople(app, { database, relay, modules });
  relay.on(IDENTIFIED, createIdentifier(modules, secrets));
  realtime.serve({
    knows: (room) => room === VISITS_ROOM,
    allows: async (party) => party.kind === 'user' && seesVisits(await loadAccess(database.db, party)),
    sequence: (orgId, room) => roomSequence(database.db, orgId, room),
  });
  const sink = createGroupCommit(createWriter(database.pool));
  const pseudonymise = (text: string) => secrets.sign(text, 'anonymous visitor');
  const portals = createPortals(database.db);
  await app.register(async (scope) => serveCollect(scope, { portals, sink, metrics, pseudonymise }));
  serveVisits(app, database);
  serveSetup(app, { database, mailer, secrets, modules });
  return { sink, greet: createGreet(portals, sink) };
}
