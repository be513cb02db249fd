import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { requireSetup } from '../setup/rights.js';
import { readScoring, writeScoring } from './score.js';

/** What is known of the people who visit. */
export function servePeople(app: FastifyInstance, { db }: Database): void {
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
