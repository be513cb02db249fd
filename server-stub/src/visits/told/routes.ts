import type { FastifyInstance } from 'fastify';
import type { Db } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import type { Modules } from '../../records/index.js';
import { seesVisits } from '../rights.js';
import { requireSetup } from '../setup/rights.js';
import { FILLED_DAYS } from './fill-past-visits.js';
import { readTold, VISITS } from './read-told.js';
import { describeTold } from './told-fields.js';

/** What the sites tell of visitors, for those who set up the fields of visits. */
export function serveToldFields(app: FastifyInstance, db: Db, modules: Modules): void {
  serveRoute(app, 'GET /v1/told-fields', async ({ principal }) => {
    const access = await requireSetup(db, principal);
    // The values are those of visits.
    if (!seesVisits(access))
      throw new Failure(403, 'forbidden', { detail: 'Your profile does not allow this.' });
    const module = (await modules.of(db, principal.orgId)).find('Visits');
    const data = describeTold(await readTold(db, principal.orgId), module);
    return { status: 200, body: { data, visits: VISITS, filled_days: FILLED_DAYS } };
  });
}
