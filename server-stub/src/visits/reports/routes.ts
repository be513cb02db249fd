import type { FastifyInstance } from 'fastify';
import { findTimeZone, loadAccess } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { seesVisits } from '../rights.js';
import { isTracking } from '../setup/tracking.js';
import { readDays } from './days.js';
import { readReport } from './report.js';

/** Reports on visits, while the integration is on. */
export function serveReports(app: FastifyInstance, { db }: Database): void {
  serveRoute(app, 'GET /v1/visit-report', async ({ principal, query }) => {
    const { orgId } = principal;
    if (!seesVisits(await loadAccess(db, principal)))
      throw new Failure(403, 'forbidden', { detail: 'Your profile does not allow this.' });
    if (!(await isTracking(db, orgId)))
      throw new Failure(404, 'not_found', { detail: 'The tracking of visitors is switched off.' });
    const timeZone = await findTimeZone(db, orgId);
    const days = readDays(query, timeZone);
    return {
      status: 200,
      body: await readReport(db, orgId, { ...days, timeZone, portalId: query.portal_id }),
    };
  });
}
