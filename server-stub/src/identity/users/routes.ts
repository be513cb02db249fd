import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { loadAccess } from '../access.js';
import { requirePermission } from '../crm/guard.js';
import { checkId, parseIds } from '../../crm-dialect/ids.js';
import { parsePage, toPage } from '../crm/page.js';
import { writeRows } from '../crm/write-rows.js';
import { groupsOfUser } from '../groups/membership.js';
import { listUsers, parseUserType, readUser } from './list-users.js';
import { createUser, deleteUser, updateUser } from './write-user.js';

export function serveUsers(app: FastifyInstance, database: Database): void {
  const { db } = database;

  serveRoute(app, 'GET /crm/v8/users', async ({ query, principal }) => {
    const page = parsePage(query);
    const type = parseUserType(query.type);
    const ids = query.ids === undefined ? undefined : parseIds(query.ids, 'ids');
    const [roleId] = query.role_id === undefined ? [] : parseIds(query.role_id, 'role_id');
    const { rows, info } = toPage(await listUsers(db, principal, { type, ids, roleId }, page), page);
    return rows.length ? { status: 200, body: { users: rows, info } } : { status: 204 };
  });

  serveRoute(app, 'POST /crm/v8/users', async ({ body, principal }) => {
    const access = await requirePermission(db, principal, 'manage_users');
    return writeRows(
      { database, orgId: principal.orgId, name: 'users', rows: body.users, status: 201, maxRows: 1 },
      (tx, reader) => createUser(tx, access, reader),
    );
  });

  serveRoute(app, 'PUT /crm/v8/users', async ({ body, principal }) => {
    const access = await loadAccess(db, principal);
    return writeRows(
      { database, orgId: principal.orgId, name: 'users', rows: body.users, status: 200 },
      (tx, reader) => updateUser(tx, access, reader, reader.neededReference('id', true)),
    );
  });

  serveRoute(app, 'GET /crm/v8/users/:id', async ({ params, principal }) => {
    checkId(params.id, 1);
    const user = await readUser(db, principal.orgId, params.id);
    return user ? { status: 200, body: { users: [user] } } : { status: 204 };
  });

  serveRoute(app, 'PUT /crm/v8/users/:id', async ({ params, body, principal }) => {
    checkId(params.id, 1);
    const access = await loadAccess(db, principal);
    return writeRows(
      { database, orgId: principal.orgId, name: 'users', rows: body.users, status: 200, maxRows: 1 },
      (tx, reader) => updateUser(tx, access, reader, params.id),
    );
  });

  serveRoute(app, 'DELETE /crm/v8/users/:id', async ({ params, principal }) => {
    checkId(params.id, 1);
    const access = await requirePermission(db, principal, 'manage_users');
    return writeRows(
      { database, orgId: principal.orgId, name: 'users', rows: [{}], status: 200 },
      (tx, reader) => deleteUser(tx, access, reader, params.id),
    );
  });

  serveRoute(app, 'GET /crm/v8/users/:id/actions/associated_groups', async ({ params, principal }) => {
    checkId(params.id, 1);
    const groups = await groupsOfUser(db, principal.orgId, params.id);
    return groups.length ? { status: 200, body: { user_groups: groups } } : { status: 204 };
  });
}
