import type { FastifyInstance } from 'fastify';
import type { VisitorTokens } from '../platform/auth/visitor-tokens.js';
import type { Database } from '../platform/db/database.js';
import type { FileStore } from '../platform/files/index.js';
import type { Relay } from '../platform/outbox/relay.js';
import type { Realtime } from '../platform/realtime/realtime.js';
import type { Modules } from '../records/index.js';
import type { Visits } from '../visits/index.js';
import { attachTranscripts } from './attach-transcript.js';
import { announceConversations, chatRooms } from './live.js';
import { ongoingChats } from './conversations.js';
import { availableOperators } from './operators.js';
import { serveChat } from './routes.js';
import { CONVERSATION_CHANGED, CONVERSATION_ENDED, CONVERSATION_MISSED } from './topics.js';
import { chatsOfVisit } from './transcripts.js';

export { chatMigrations } from './migrations.js';
export { startMissing } from './missed/miss-due.js';

interface Platform {
  database: Database;
  relay: Relay;
  realtime: Realtime;
  modules: Modules;
  files: FileStore;
  visitorTokens: VisitorTokens;
  visits: Visits;
}

/** Brings chat into the app. */
export function mountChat(
  app: FastifyInstance,
  { database, relay, realtime, modules, files, visitorTokens, visits }: Platform,
): void {
  modules.relate('Visits', chatsOfVisit);
  visits.useChats({ ongoing: ongoingChats, available: availableOperators });
  relay.on(CONVERSATION_CHANGED, announceConversations);
  for (const topic of [CONVERSATION_ENDED, CONVERSATION_MISSED])
    relay.on(topic, attachTranscripts(modules, files));
  realtime.serve(chatRooms(database.db));
  serveChat(app, { database, visitorTokens, greet: visits.greet });
}
