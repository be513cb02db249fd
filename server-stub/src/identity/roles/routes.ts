import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { requirePermission } from '../crm/guard.js';
import { checkId } from '../../crm-dialect/ids.js';
import { writeRows } from '../crm/write-rows.js';
import { deleteRole } from './delete-role.js';
import { readRoles } from './read-roles.js';
import { createRole, updateRole } from './write-role.js';

export function serveRoles(app: FastifyInstance, database: Database): void {
  const { db } = database;

  serveRoute(app, 'GET /crm/v8/settings/roles', async ({ principal }) => ({
    status: 200,
    body: { roles: await readRoles(db, principal.orgId) },
  }));

  serveRoute(app, 'GET /crm/v8/settings/roles/:id', async ({ params, principal }) => {
    checkId(params.id, 2);
    const roles = await readRoles(db, principal.orgId, params.id);
    return roles.length ? { status: 200, body: { roles } } : { status: 204 };
  });

  serveRoute(app, 'POST /crm/v8/settings/roles', async ({ body, principal }) => {
    const access = await requirePermission(db, principal, 'manage_roles');
    const write = { database, orgId: principal.orgId, name: 'roles', rows: body.roles, status: 201 } as const;
    return writeRows(write, (tx, reader) => createRole(tx, access, reader));
  });

  serveRoute(app, 'PUT /crm/v8/settings/roles', async ({ body, principal }) => {
    const access = await requirePermission(db, principal, 'manage_roles');
    const write = { database, orgId: principal.orgId, name: 'roles', rows: body.roles, status: 200 } as const;
    return writeRows(write, (tx, reader) =>
      updateRole(tx, access, reader, reader.neededReference('id', true)),
    );
  });

  serveRoute(app, 'PUT /crm/v8/settings/roles/:id', async ({ params, body, principal }) => {
    checkId(params.id, 2);
    const access = await requirePermission(db, principal, 'manage_roles');
    const write = { database, orgId: principal.orgId, name: 'roles', rows: body.roles, status: 200 } as const;
    return writeRows({ ...write, maxRows: 1 }, (tx, reader) => updateRole(tx, access, reader, params.id));
  });

  serveRoute(app, 'DELETE /crm/v8/settings/roles/:id', async ({ params, query, principal }) => {
    checkId(params.id, 2);
    await requirePermission(db, principal, 'manage_roles');
    const rows = [{}];
    return writeRows({ database, orgId: principal.orgId, name: 'roles', rows, status: 200 }, (tx) =>
      deleteRole(tx, principal.orgId, params.id, query.transfer_to_id),
    );
  });
}
