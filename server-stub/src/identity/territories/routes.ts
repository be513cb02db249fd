import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../platform/auth/principal.js';
import type { Database } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { requirePermission } from '../crm/guard.js';
import { checkId, noSuchId, parseIds } from '../../crm-dialect/ids.js';
import { wholePage } from '../crm/page.js';
import { writeRows } from '../crm/write-rows.js';
import { readTerritories, readTerritoryUsers } from './read-territories.js';
import {
  addTerritoryUser,
  createTerritory,
  deleteTerritory,
  removeTerritoryUser,
  updateTerritory,
} from './write-territory.js';

const NAME = 'territories';

export function serveTerritories(app: FastifyInstance, database: Database): void {
  const { db } = database;
  const manage = (principal: Principal) => requirePermission(db, principal, 'manage_territories');

  serveRoute(app, 'GET /crm/v8/settings/territories', async ({ principal }) => {
    const territories = await readTerritories(db, principal.orgId);
    return territories.length
      ? { status: 200, body: { territories, info: wholePage(territories) } }
      : { status: 204 };
  });

  serveRoute(app, 'GET /crm/v8/settings/territories/:id', async ({ params, principal }) => {
    checkId(params.id, 2);
    const territories = await readTerritories(db, principal.orgId, params.id);
    return territories.length
      ? { status: 200, body: { territories, info: wholePage(territories) } }
      : { status: 204 };
  });

  serveRoute(app, 'POST /crm/v8/settings/territories', async ({ body, principal }) => {
    const access = await manage(principal);
    return writeRows(
      { database, orgId: principal.orgId, name: NAME, rows: body.territories, status: 201 },
      (tx, reader) => createTerritory(tx, access, reader),
    );
  });

  serveRoute(app, 'PUT /crm/v8/settings/territories', async ({ body, principal }) => {
    const access = await manage(principal);
    return writeRows(
      { database, orgId: principal.orgId, name: NAME, rows: body.territories, status: 200 },
      (tx, reader) => updateTerritory(tx, access, reader, reader.neededReference('id', true)),
    );
  });

  serveRoute(app, 'PUT /crm/v8/settings/territories/:id', async ({ params, body, principal }) => {
    checkId(params.id, 2);
    const access = await manage(principal);
    return writeRows(
      { database, orgId: principal.orgId, name: NAME, rows: body.territories, status: 200, maxRows: 1 },
      (tx, reader) => updateTerritory(tx, access, reader, params.id),
    );
  });

  serveRoute(app, 'DELETE /crm/v8/settings/territories/:id', async ({ params, principal }) => {
    checkId(params.id, 2);
    await manage(principal);
    return writeRows(
      { database, orgId: principal.orgId, name: NAME, rows: [{}], status: 200 },
      (tx, reader) => deleteTerritory(tx, principal.orgId, reader, params.id),
    );
  });

  serveRoute(app, 'GET /crm/v8/settings/territories/:id/users', async ({ params, principal }) => {
    checkId(params.id, 2);
    const users = await readTerritoryUsers(db, principal.orgId, params.id);
    return users.length ? { status: 200, body: { users, info: wholePage(users) } } : { status: 204 };
  });

  serveRoute(app, 'PUT /crm/v8/settings/territories/:id/users', async ({ params, body, principal }) => {
    checkId(params.id, 2);
    await manage(principal);
    const { orgId } = principal;
    if ((await readTerritories(db, orgId, params.id)).length === 0) throw noSuchId(2);
    return writeRows({ database, orgId, name: 'users', rows: body.users, status: 200 }, (tx, reader) =>
      addTerritoryUser(tx, orgId, reader, params.id),
    );
  });

  serveRoute(app, 'DELETE /crm/v8/settings/territories/:id/users', async ({ params, query, principal }) => {
    checkId(params.id, 2);
    await manage(principal);
    const { orgId } = principal;
    const rows = parseIds(query.ids ?? '', 'ids').map((id) => ({ id }));
    return writeRows({ database, orgId, name: 'users', rows, status: 200 }, (tx, reader) =>
      removeTerritoryUser(tx, orgId, reader, params.id),
    );
  });
}
