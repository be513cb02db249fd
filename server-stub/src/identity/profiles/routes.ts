import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../platform/auth/principal.js';
import type { Database } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { requirePermission } from '../crm/guard.js';
import { checkId } from '../../crm-dialect/ids.js';
import { writeRow, writeRows } from '../crm/write-rows.js';
import { listProfiles, readProfile } from './read-profiles.js';
import { cloneProfile, deleteProfile, updateProfile } from './write-profile.js';

export function serveProfiles(app: FastifyInstance, database: Database): void {
  const { db } = database;

  serveRoute(app, 'GET /crm/v8/settings/profiles', async ({ principal }) => ({
    status: 200,
    body: { profiles: await listProfiles(db, principal.orgId) },
  }));

  serveRoute(app, 'GET /crm/v8/settings/profiles/:id', async ({ params, principal }) => {
    checkId(params.id, 2);
    const profile = await readProfile(db, principal.orgId, params.id);
    return profile ? { status: 200, body: { profiles: [profile] } } : { status: 204 };
  });

  serveRoute(app, 'POST /crm/v8/settings/profiles/:id/actions/clone', async ({ params, body, principal }) => {
    checkId(params.id, 2);
    const access = await requirePermission(db, principal, 'manage_profiles');
    return writeRows(
      { database, orgId: principal.orgId, name: 'profiles', rows: body.profiles, status: 201, maxRows: 1 },
      (tx, reader) => cloneProfile(tx, access, reader, params.id),
    );
  });

  const update = async (principal: Principal, id: string, rows: Record<string, unknown>[]) => {
    checkId(id, 2);
    const access = await requirePermission(db, principal, 'manage_profiles');
    return writeRows(
      { database, orgId: principal.orgId, name: 'profiles', rows, status: 200, maxRows: 1 },
      (tx, reader) => updateProfile(tx, access, reader, id),
    );
  };
  serveRoute(app, 'PUT /crm/v8/settings/profiles/:id', ({ params, body, principal }) =>
    update(principal, params.id, body.profiles),
  );
  serveRoute(app, 'PATCH /crm/v8/settings/profiles/:id', ({ params, body, principal }) =>
    update(principal, params.id, body.profiles),
  );

  serveRoute(app, 'DELETE /crm/v8/settings/profiles/:id', async ({ params, query, principal }) => {
    checkId(params.id, 2);
    const access = await requirePermission(db, principal, 'manage_profiles');
    const body = await writeRow(database, principal.orgId, (tx) =>
      deleteProfile(tx, access, params.id, query.transfer_to),
    );
    return { status: 200, body };
  });
}
