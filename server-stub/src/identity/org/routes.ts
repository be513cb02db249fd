import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { requirePermission } from '../crm/guard.js';
import { writeRows } from '../crm/write-rows.js';
import { readDataSharing, updateDataSharing } from './data-sharing.js';
import { readOrg } from './read-org.js';

export function serveOrg(app: FastifyInstance, database: Database): void {
  const { db } = database;

  serveRoute(app, 'GET /crm/v8/org', async ({ principal }) => ({
    status: 200,
    body: { org: [await readOrg(db, principal.orgId)] },
  }));

  serveRoute(app, 'GET /crm/v8/settings/data_sharing', async ({ principal }) => ({
    status: 200,
    body: { data_sharing: await readDataSharing(db, principal.orgId) },
  }));

  serveRoute(app, 'PUT /crm/v8/settings/data_sharing', async ({ body, principal }) => {
    const { orgId } = await requirePermission(db, principal, 'manage_sharing');
    return writeRows(
      { database, orgId, name: 'data_sharing', rows: body.data_sharing, status: 200 },
      (tx, reader) => updateDataSharing(tx, orgId, reader),
    );
  });
}
