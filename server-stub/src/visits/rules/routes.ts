import type { FastifyInstance } from 'fastify';
import { loadAccess } from '../../identity/index.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Database } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { seesVisits } from '../rights.js';
import { managesTracking, requireSetup } from '../setup/rights.js';
import { describeVisitorFields } from './describe-fields.js';
import { readRings, writeRings } from './rings.js';
import { readRouting } from './routing/read-routing.js';
import { writeRouting } from './routing/write-routing.js';
import { readTriggers } from './triggers/read-triggers.js';
import { writeTriggers } from './triggers/write-triggers.js';

/** Rules over visitors: whom they are routed to, what happens on their page, in which ring they stand. */
export function serveRules(app: FastifyInstance, { db, transact }: Database): void {
  const requireReader = async (principal: Principal) => {
    const access = await loadAccess(db, principal);
    if (!seesVisits(access) && !managesTracking(access))
      throw new Failure(403, 'forbidden', { detail: 'Your profile does not allow this.' });
    return access;
  };

  serveRoute(app, 'GET /v1/visitor-fields', async ({ principal }) => {
    await requireReader(principal);
    return { status: 200, body: { fields: describeVisitorFields() } };
  });

  serveRoute(app, 'GET /v1/portals/:id/routing-rules', async ({ principal, params }) => {
    await requireSetup(db, principal);
    return { status: 200, body: await readRouting(db, principal.orgId, params.id) };
  });

  serveRoute(app, 'PUT /v1/portals/:id/routing-rules', async ({ principal, params, body }) => {
    await requireSetup(db, principal);
    await transact((tx) => writeRouting(tx, principal.orgId, params.id, body));
    return { status: 200, body: await readRouting(db, principal.orgId, params.id) };
  });

  serveRoute(app, 'GET /v1/portals/:id/triggers', async ({ principal, params }) => {
    await requireSetup(db, principal);
    return { status: 200, body: await readTriggers(db, principal.orgId, params.id) };
  });

  serveRoute(app, 'PUT /v1/portals/:id/triggers', async ({ principal, params, body }) => {
    await requireSetup(db, principal);
    await transact((tx) => writeTriggers(tx, principal.orgId, params.id, body));
    return { status: 200, body: await readTriggers(db, principal.orgId, params.id) };
  });

  serveRoute(app, 'GET /v1/visitor-rings', async ({ principal }) => {
    const access = await requireReader(principal);
    return { status: 200, body: await readRings(db, principal.orgId, managesTracking(access)) };
  });

  serveRoute(app, 'PUT /v1/visitor-rings', async ({ principal, body }) => {
    await requireSetup(db, principal);
    await transact((tx) => writeRings(tx, principal.orgId, body.rings));
    return { status: 200, body: await readRings(db, principal.orgId, true) };
  });
}
