import type { FastifyInstance } from 'fastify';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { checkMay, openContext } from '../context.js';
import { conditionOf, readerOf } from '../criteria/condition.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { isQueryable, type Context, type Module } from '../module.js';
import type { Platform } from '../platform.js';
import { fromCriteria, invalidQuery } from './failures.js';
import { parseQuery } from './parse.js';
import { createPaths, type Paths } from './paths.js';
import type { Query } from './query.js';
import { isGrouped, selectGroups } from './select-groups.js';
import { selectPlain } from './select-records.js';

/** Version 8 gives more rows at once than those before it. */
const mostRows = (url: string) => (url.startsWith('/crm/v8/') ? 2_000 : 200);

function findModule({ access, modules }: Context, name: string): Module {
  const module = modules.all.find(({ apiName }) => apiName.toLowerCase() === name.toLowerCase());
  if (!module) throw invalidQuery('the module name given seems to be invalid', { module: name });
  checkMay(access, module, 'view');
  if (!isQueryable(module))
    throw new CrmFailure(400, 'NOT_SUPPORTED', 'this module cannot be queried', { module: module.apiName });
  return module;
}

async function whereOf(
  db: Db,
  { access }: Context,
  { where }: Query,
  paths: Paths,
): Promise<RawBuilder<SqlBool>> {
  if (!where) return sql<SqlBool>`true`;
  try {
    return conditionOf(where, paths.columns, await readerOf(db, access));
  } catch (error) {
    throw fromCriteria(error);
  }
}

/** Zoho CRM's query language over all modules. */
export function serveCoql(app: FastifyInstance, { database: { db }, modules }: Platform): void {
  serveRoute(app, 'POST /crm/v8/coql', async ({ body, principal, request }) => {
    const query = parseQuery(body.select_query, mostRows(request.url));
    const context = await openContext(db, modules, principal);
    const module = findModule(context, query.module);
    const paths = createPaths(context, module);
    const where = await whereOf(db, context, query, paths);
    const select = isGrouped(query) ? selectGroups : selectPlain;
    const found = await select(db, context, module, query, paths, where);
    if (found.length === 0) return { status: 204 };
    const data = found.slice(0, query.limit);
    return {
      status: 200,
      body: { data, info: { count: data.length, more_records: found.length > data.length } },
    };
  });
}
