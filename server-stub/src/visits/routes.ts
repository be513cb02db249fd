import type { FastifyInstance } from 'fastify';
import { loadAccess, type Access } from '../identity/index.js';
import type { Principal } from '../platform/auth/principal.js';
import type { Database, Db } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { serveRoute } from '../platform/http/serve-route.js';
import { findPhones, openContext, type Modules } from '../records/index.js';
import type { ChatSource } from './chat-source.js';
import { queueCommand, toCommand } from './commands.js';
import { visitEvents } from './events.js';
import { visitorNotices } from './live/notices.js';
import { onlineVisitors } from './live/online.js';
import { readPresence } from './live/presence.js';
import { seesVisits } from './rights.js';

async function check(db: Db, principal: Principal, allows: (access: Access) => boolean): Promise<void> {
  if (!allows(await loadAccess(db, principal)))
    throw new Failure(403, 'forbidden', { detail: 'Your profile does not allow this.' });
}

/** Records whose presence one request may ask for. */
const MAX_PRESENCE = 200;

interface Options {
  database: Database;
  modules: Modules;
  chats: ChatSource;
}

/** Who is online, for those who may see the visits. */
export function serveVisits(app: FastifyInstance, { database: { db }, modules, chats }: Options): void {
  const phonesFor = (principal: Principal) => async (ids: string[]) =>
    findPhones(db, await openContext(db, modules, principal), ids);

  serveRoute(app, 'GET /v1/visitors', async ({ query, principal }) => {
    await check(db, principal, seesVisits);
    const { portal_id: portalId, since, cursor, limit = 100 } = query;
    if (cursor !== undefined && !/^\d{1,19}$/.test(cursor))
      throw new Failure(400, 'invalid_input', { detail: 'The cursor is not valid.' });
    return {
      status: 200,
      body: await onlineVisitors(
        db,
        principal.orgId,
        { portalId, since, cursor, limit },
        { chats, phones: phonesFor(principal) },
      ),
    };
  });

  serveRoute(app, 'GET /v1/visitor-notices', async ({ query, principal }) => {
    await check(db, principal, seesVisits);
    const sources = { chats, phones: phonesFor(principal) };
    const { since, limit = 100 } = query;
    return { status: 200, body: await visitorNotices(db, principal, { since, limit }, sources) };
  });

  serveRoute(app, 'GET /v1/portals', async ({ principal }) => {
    await check(db, principal, seesVisits);
    const data = await db
      .selectFrom('portal')
      .select(['id', 'name', 'screen_name', 'enabled'])
      .where('org_id', '=', principal.orgId)
      .where('associated', '=', true)
      .orderBy('id')
      .execute();
    return { status: 200, body: { data } };
  });

  serveRoute(app, 'GET /v1/presence', async ({ query, principal }) => {
    await check(db, principal, seesVisits);
    const ids = query.ids.split(',').filter((id) => /^\d{1,19}$/.test(id));
    if (ids.length > MAX_PRESENCE)
      throw new Failure(400, 'invalid_input', { detail: `At most ${MAX_PRESENCE} ids can be asked for.` });
    return { status: 200, body: await readPresence(db, principal.orgId, ids) };
  });

  serveRoute(app, 'POST /v1/visits/:id/commands', async ({ params, body, principal }) => {
    await check(db, principal, (access) => access.has('command_visitors'));
    const n = await queueCommand(db, principal.orgId, params.id, toCommand(body), principal.userId);
    if (n === undefined) throw new Failure(404, 'not_found', { detail: 'There is no such visit.' });
    return { status: 202, body: { n } };
  });

  serveRoute(app, 'GET /v1/visits/:id/events', async ({ params, principal }) => {
    await check(db, principal, seesVisits);
    return { status: 200, body: { data: await visitEvents(db, principal.orgId, params.id) } };
  });
}
