import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../platform/auth/principal.js';
import type { Database } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openContext, type Context, type Modules } from '../../records/index.js';
import { seesVisits } from '../rights.js';
import { requireSetup } from '../setup/rights.js';
import { readCrmView } from './crm-view.js';
import { readCursor } from './cursor.js';
import { readScoring, writeScoring } from './score.js';
import { readKinds, readTimeline } from './timeline/timeline.js';

interface Options {
  database: Database;
  modules: Modules;
}

/** What is known of the people who visit. */
export function servePeople(app: FastifyInstance, { database: { db }, modules }: Options): void {
  const open = async (principal: Principal): Promise<Context> => {
    const context = await openContext(db, modules, principal);
    if (!seesVisits(context.access))
      throw new Failure(403, 'forbidden', { detail: 'Your profile does not allow this.' });
    return context;
  };

  serveRoute(app, 'GET /v1/crm-view', async ({ principal, query }) => {
    const { group, portal_id: portalId, limit = 50 } = query;
    const request = { group, portalId, cursor: readCursor(query.cursor), limit };
    return { status: 200, body: await readCrmView(db, await open(principal), request) };
  });

  serveRoute(app, 'GET /v1/crm-view/:id/timeline', async ({ principal, params, query }) => {
    const { portal_id: portalId, limit = 50 } = query;
    const request = { kinds: readKinds(query.kinds), portalId, cursor: readCursor(query.cursor), limit };
    const page = await readTimeline(db, await open(principal), params.id, request);
    if (!page) throw new Failure(404, 'not_found', { detail: 'There is no such lead or contact.' });
    return { status: 200, body: page };
  });

  serveRoute(app, 'GET /v1/visitor-scoring', async ({ principal }) => {
    await requireSetup(db, principal);
    return { status: 200, body: await readScoring(db, principal.orgId) };
  });

  serveRoute(app, 'PUT /v1/visitor-scoring', async ({ principal, body }) => {
    await requireSetup(db, principal);
    await writeScoring(db, principal.orgId, body);
    return { status: 200, body: await readScoring(db, principal.orgId) };
  });
}
