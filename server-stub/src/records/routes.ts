import { RECORDS_MAX_WRITE } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { loadAccess, type ModuleAction } from '../identity/index.js';
import type { Principal } from '../platform/auth/principal.js';
import type { Database, Db } from '../platform/db/database.js';
import { serveRoute, type Answer } from '../platform/http/serve-route.js';
import { CrmFailure } from './errors.js';
import { insertRecords } from './insert.js';
import { parseFields, parseList, pick, toPage, type ListRequest } from './list.js';
import type { Module, Modules, PageRequest } from './module.js';

/** Version 2 lists all fields when none are named. */
const fieldsNeeded = (url: string) => !url.startsWith('/crm/v2/');
const NOTHING: Answer = { status: 204 };

async function check(db: Db, principal: Principal, module: string, action: ModuleAction): Promise<void> {
  const access = await loadAccess(db, principal);
  if (!access.may(module, action)) {
    throw new CrmFailure(403, 'NO_PERMISSION', 'permission denied', {
      permissions: [`Crm_Implied_${action}_${module}`],
    });
  }
}

function checkId(id: string): void {
  if (!/^[1-9]\d{0,18}$/.test(id) || BigInt(id) > 9_223_372_036_854_775_807n) {
    throw new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 1 });
  }
}

async function answerPage(
  list: ListRequest,
  read: (request: PageRequest) => ReturnType<Module['source']['page']>,
): Promise<Answer> {
  const rows = await read({ ...list.request, limit: list.request.limit + 1 });
  return rows.length ? { status: 200, body: toPage(rows, list) } : NOTHING;
}

/** The CRM data API: one set of handlers for all modules and versions. */
export function serveRecords(app: FastifyInstance, { db, transact }: Database, modules: Modules): void {
  serveRoute(app, 'GET /crm/v8/:module', async ({ params, query, principal, request }) => {
    const module = modules.find(params.module);
    await check(db, principal, module.apiName, 'view');
    const list = parseList(query, fieldsNeeded(request.url));
    return answerPage(list, (page) => module.source.page(db, principal.orgId, page));
  });

  serveRoute(
    app,
    'POST /crm/v8/:module',
    async ({ params, body, principal }) => {
      const module = modules.find(params.module);
      if (!module.creatable)
        throw new CrmFailure(400, 'NOT_SUPPORTED', 'records of this module cannot be written by the API', {
          module: module.apiName,
        });
      await check(db, principal, module.apiName, 'create');
      if (body.data.length === 0)
        throw new CrmFailure(400, 'INVALID_DATA', 'data must hold at least one record', {
          api_name: 'data',
          json_path: '$.data',
        });
      if (body.data.length > RECORDS_MAX_WRITE)
        throw new CrmFailure(400, 'LIMIT_EXCEEDED', 'at most 100 records can be written at once', {
          api_name: 'data',
          limit: RECORDS_MAX_WRITE,
        });
      const data = await transact((tx) => insertRecords(tx, principal, module, body.data));
      const bad = data.filter(({ status }) => status === 'error').length;
      return { status: bad === 0 ? 201 : bad === data.length ? 400 : 207, body: { data } };
    },
    { bodyLimit: 5_000_000 },
  );

  serveRoute(app, 'GET /crm/v8/:module/:id', async ({ params, query, principal }) => {
    const module = modules.find(params.module);
    await check(db, principal, module.apiName, 'view');
    checkId(params.id);
    const record = await module.source.get(db, principal.orgId, params.id);
    return record
      ? { status: 200, body: { data: [pick(record, parseFields(query.fields, false))] } }
      : NOTHING;
  });

  serveRoute(app, 'GET /crm/v8/:module/:id/:related', async ({ params, query, principal, request }) => {
    const module = modules.find(params.module);
    const related = module.related.find(
      ({ apiName }) => apiName.toLowerCase() === params.related.toLowerCase(),
    );
    if (!related)
      throw new CrmFailure(400, 'INVALID_DATA', 'the related list name given seems to be invalid', {
        resource_path_index: 2,
      });
    await check(db, principal, module.apiName, 'view');
    await check(db, principal, related.module, 'view');
    checkId(params.id);
    const list = parseList(query, fieldsNeeded(request.url));
    return answerPage(list, (page) => related.page(db, principal.orgId, params.id, page));
  });
}
