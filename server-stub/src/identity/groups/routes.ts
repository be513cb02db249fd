import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { requirePermission } from '../crm/guard.js';
import { checkId } from '../../crm-dialect/ids.js';
import { parsePage, toPage, wholePage } from '../crm/page.js';
import { writeRows } from '../crm/write-rows.js';
import { membersOfGroup } from './membership.js';
import { readGroups } from './read-groups.js';
import { createGroup, deleteGroup, updateGroup } from './write-group.js';

const NAME = 'user_groups';

export function serveGroups(app: FastifyInstance, database: Database): void {
  const { db } = database;
  const readOne = async (orgId: string, id: string) => {
    checkId(id, 2);
    return readGroups(db, orgId, { id }, { page: 1, size: 1 });
  };

  serveRoute(app, 'GET /crm/v8/settings/user_groups', async ({ query, principal }) => {
    const page = parsePage(query);
    const found = await readGroups(db, principal.orgId, { name: query.name }, page);
    const { rows, info } = toPage(found, page);
    return rows.length ? { status: 200, body: { user_groups: rows, info } } : { status: 204 };
  });

  serveRoute(app, 'GET /crm/v8/settings/user_groups/:id', async ({ params, principal }) => {
    const groups = await readOne(principal.orgId, params.id);
    return groups.length
      ? { status: 200, body: { user_groups: groups, info: wholePage(groups) } }
      : { status: 204 };
  });

  serveRoute(app, 'GET /crm/v8/settings/user_groups/:id/sources', async ({ params, principal }) => {
    const [group] = await readOne(principal.orgId, params.id);
    const sources = (group?.sources ?? []) as unknown[];
    return sources.length ? { status: 200, body: { sources, info: wholePage(sources) } } : { status: 204 };
  });

  serveRoute(app, 'GET /crm/v8/settings/user_groups/:id/associated_users', async ({ params, principal }) => {
    checkId(params.id, 2);
    const users = await membersOfGroup(db, principal.orgId, params.id);
    return users.length ? { status: 200, body: { associated_users: users } } : { status: 204 };
  });

  serveRoute(app, 'POST /crm/v8/settings/user_groups', async ({ body, principal }) => {
    const access = await requirePermission(db, principal, 'manage_groups');
    return writeRows(
      { database, orgId: principal.orgId, name: NAME, rows: body.user_groups, status: 201 },
      (tx, reader) => createGroup(tx, access, reader),
    );
  });

  serveRoute(app, 'PUT /crm/v8/settings/user_groups', async ({ body, principal }) => {
    const access = await requirePermission(db, principal, 'manage_groups');
    return writeRows(
      { database, orgId: principal.orgId, name: NAME, rows: body.user_groups, status: 200 },
      (tx, reader) => updateGroup(tx, access, reader, reader.neededReference('id', true)),
    );
  });

  serveRoute(app, 'PUT /crm/v8/settings/user_groups/:id', async ({ params, body, principal }) => {
    checkId(params.id, 2);
    const access = await requirePermission(db, principal, 'manage_groups');
    return writeRows(
      { database, orgId: principal.orgId, name: NAME, rows: body.user_groups, status: 200, maxRows: 1 },
      (tx, reader) => updateGroup(tx, access, reader, params.id),
    );
  });

  serveRoute(app, 'DELETE /crm/v8/settings/user_groups/:id', async ({ params, principal }) => {
    checkId(params.id, 2);
    await requirePermission(db, principal, 'manage_groups');
    return writeRows(
      { database, orgId: principal.orgId, name: NAME, rows: [{}], status: 200 },
      (tx, reader) => deleteGroup(tx, principal.orgId, reader, params.id),
    );
  });
}
