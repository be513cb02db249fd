import { CONVERSATIONS_ROOM, VISITOR_TOKEN_SECONDS } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { VisitorTokens } from '../platform/auth/visitor-tokens.js';
import type { Database } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { createRateLimit } from '../platform/http/rate-limit.js';
import { serveRoute } from '../platform/http/serve-route.js';
import { roomSequence } from '../platform/outbox/rooms.js';
import type { Visits } from '../visits/index.js';
import { checkOperator, openConversation } from './access.js';
import { selectConversations, toConversation, toConversations } from './conversations.js';
import { acceptConversation, beginConversation, endConversation, markRead } from './lifecycle.js';
import { readMessages, sendMessage } from './messages.js';
import { operatorsOnline, setAvailable } from './operators.js';

interface Options {
  database: Database;
  visitorTokens: VisitorTokens;
  greet: Visits['greet'];
}

const limits = {
  tokens: createRateLimit(600, 3_600, 'chats opened by this visitor'),
  conversations: createRateLimit(30, 60, 'conversations begun by this visitor'),
  messages: createRateLimit(120, 60, 'messages'),
};

export function serveChat(app: FastifyInstance, { database, visitorTokens, greet }: Options): void {
  const { db } = database;

  serveRoute(app, 'POST /v1/visitor-tokens', async ({ body, request }) => {
    const greeted = await greet(body, request);
    await limits.tokens(greeted.visitorId);
    const token = visitorTokens.issue({ ...greeted, origin: request.headers.origin ?? '' });
    const online = await operatorsOnline(db, greeted.orgId);
    return { status: 200, body: { token, expires_in: VISITOR_TOKEN_SECONDS, operators_online: online } };
  });

  serveRoute(app, 'POST /v1/conversations', async ({ body, party }) => {
    if (party.kind !== 'visitor') throw new Failure(403, 'forbidden');
    await limits.conversations(party.visitorId);
    const row = await beginConversation(database, party, {
      clientId: body.client_id,
      name: body.name,
      email: body.email,
      text: body.text,
    });
    return { status: 201, body: await toConversation(db, party.orgId, row) };
  });

  serveRoute(app, 'GET /v1/conversations', async ({ party }) => {
    if (party.kind === 'user') await checkOperator(db, party);
    const seq = await roomSequence(db, party.orgId, CONVERSATIONS_ROOM);
    const which =
      party.kind === 'visitor'
        ? sql`c.visitor_id = ${party.visitorId} order by c.id`
        : sql`true order by c.state = 'missed', case when c.state = 'missed' then -c.id else c.id end`;
    const rows = await selectConversations(db, party.orgId, sql`c.state <> 'ended' and ${which} limit 500`);
    return { status: 200, body: { data: await toConversations(db, party.orgId, rows), seq } };
  });

  serveRoute(app, 'GET /v1/conversations/:id/messages', async ({ params, query, party }) => {
    const conversation = await openConversation(db, party, params.id);
    return {
      status: 200,
      body: await readMessages(db, party.orgId, conversation, query.after ?? 0, query.limit ?? 100),
    };
  });

  serveRoute(app, 'POST /v1/conversations/:id/messages', async ({ params, body, party }) => {
    const conversation = await openConversation(db, party, params.id);
    await limits.messages(party.kind === 'visitor' ? party.visitorId : party.userId);
    return { status: 201, body: await sendMessage(database, party, conversation, body.client_id, body.text) };
  });

  serveRoute(app, 'POST /v1/conversations/:id/read', async ({ params, body, party }) => {
    await openConversation(db, party, params.id);
    return {
      status: 200,
      body: await toConversation(db, party.orgId, await markRead(database, party, params.id, body.seq)),
    };
  });

  serveRoute(app, 'POST /v1/conversations/:id/accept', async ({ params, principal }) => {
    await checkOperator(db, principal);
    return {
      status: 200,
      body: await toConversation(
        db,
        principal.orgId,
        await acceptConversation(database, principal, params.id),
      ),
    };
  });

  serveRoute(app, 'POST /v1/conversations/:id/end', async ({ params, party }) => {
    await openConversation(db, party, params.id);
    return {
      status: 200,
      body: await toConversation(db, party.orgId, await endConversation(database, party, params.id)),
    };
  });

  serveRoute(app, 'PUT /v1/operators/me', async ({ body, principal }) => {
    await checkOperator(db, principal);
    await setAvailable(db, principal.orgId, principal.userId, body.available);
    return { status: 200, body: { id: principal.userId, ...body } };
  });
}
