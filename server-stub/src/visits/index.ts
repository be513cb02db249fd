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
import { FIELD_SAVED, type Modules } from '../records/index.js';
import { noChats, type ChatSource } from './chat-source.js';
import { createPortals } from './collect/portals.js';
import { serveCollect } from './collect/route.js';
import { createGreet, type Greet } from './greet.js';
import type { FindCountry } from './country/find-country.js';
import { createGroupCommit, type EventSink } from './collect/sink.js';
import { createWriter } from './collect/write.js';
import { createIdentifier } from './identify/identify.js';
import { announceVisits } from './live/announce.js';
import { actionsModule, actionsOfVisit } from './module/actions.js';
import { fillCustomFields } from './module/fill-custom-fields.js';
import { visitsModule } from './module/visits.js';
import { mountPeople } from './people/mount.js';
import { createConsideration } from './rules/consider/consider.js';
import { serveRules } from './rules/routes.js';
import { noticeRooms } from './live/notices.js';
import { serveVisits } from './routes.js';
import { seesVisits } from './rights.js';
import { serveSetup } from './setup/routes.js';
import { fillPastVisits } from './told/fill-past-visits.js';
import { serveToldFields } from './told/routes.js';
import { IDENTIFIED, VALUES_TOLD, VISIT_ACTED, VISIT_CHANGED, VISIT_DUE } from './topics.js';
import { serveWebForms } from './web-forms/routes.js';
import { serveWidget } from './widget/routes.js';

export { createCountryFinder } from './country/find-country.js';
export { attendVisit, missChat, putChatAction, type Attendants } from './chat.js';
export { takeInvitation } from './commands.js';
export { IDENTIFIED } from './topics.js';
export { startSweeping } from './live/announce.js';
export { partitionedTables, visitMigrations } from './migrations.js';
export { identityKey } from './identify/identity-key.js';
export { removeOldSubmissions } from './web-forms/submit.js';
export { webFormMigrations } from './web-forms/migrations.js';
export { identifyMigrations } from './identify/migrations.js';
export type { EventSink } from './collect/sink.js';
export { removeOldTraces } from './rules/remove-old-traces.js';
export { seedPortal } from './seed.js';
export { seedVisits } from './seed-visits.js';
export { seedWebForm } from './web-forms/seed-web-form.js';

interface Platform {
  database: Database;
  relay: Relay;
  realtime: Realtime;
  metrics: Metrics;
  modules: Modules;
  secrets: Secrets;
  mailer: Mailer;
  findCountry: FindCountry;
}

/** What other domains and the app may ask of the visits. */
export interface Visits {
  /** To be closed before the database. */
  sink: EventSink;
  /** The visitor of a page that was admitted by its portal. @throws Failure 403 */
  greet: Greet;
  /** Tells who chats; to be called once. */
  useChats(source: ChatSource): void;
}

/** Brings the visits into the app. */
export async function mountVisits(app: FastifyInstance, platform: Platform): Promise<Visits> {
  const { database, relay, realtime, metrics, modules, secrets, mailer, findCountry } = platform;
  modules.add(visitsModule);
  modules.add(actionsModule);
  modules.relate('Visits', actionsOfVisit);
  const chats: ChatSource = { ...noChats };
  relay.on(VISIT_CHANGED, announceVisits);
  relay.on(VALUES_TOLD, fillCustomFields(modules));
  relay.on(FIELD_SAVED, fillPastVisits(modules));
  mountPeople(app, { database, relay, modules });
  // After the people were counted: rules compare scores.
  const consider = createConsideration(chats);
  for (const topic of [VISIT_CHANGED, VISIT_ACTED, VISIT_DUE]) relay.on(topic, consider);
  relay.on(IDENTIFIED, createIdentifier(modules, secrets));
  realtime.serve({
    knows: (room) => room === VISITS_ROOM,
    allows: async (party) => party.kind === 'user' && seesVisits(await loadAccess(database.db, party)),
    sequence: (orgId, room) => roomSequence(database.db, orgId, room),
  });
  realtime.serve(noticeRooms(database.db));
  const sink = createGroupCommit(createWriter(database.pool));
  const pseudonymise = (text: string) => secrets.sign(text, 'anonymous visitor');
  const portals = createPortals(database.db);
  await app.register(async (scope) =>
    serveCollect(scope, { portals, sink, metrics, pseudonymise, findCountry }),
  );
  serveVisits(app, { database, modules, chats });
  serveRules(app, database);
  serveSetup(app, { database, mailer, secrets, modules });
  const greet = createGreet(portals, sink, findCountry);
  serveWebForms(app, { database, modules, greet });
  serveToldFields(app, database.db, modules);
  serveWidget(app, database.db);
  return { sink, greet, useChats: (source) => Object.assign(chats, source) };
}
