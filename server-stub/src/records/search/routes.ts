import type { FastifyInstance } from 'fastify';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openModule } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { allOf } from '../criteria/all-of.js';
import { answerPage, convertedIs } from '../list/answer-page.js';
import { parseList } from '../list/parameters.js';
import { isQueryable, type Module } from '../module.js';
import type { Platform } from '../platform.js';
import { countRecords } from '../storage/select.js';
import { searchCondition, ways } from './condition.js';

/** Rows that pages by number can reach. */
const MOST_FOUND = 2_000;

function checkSearchable(module: Module): void {
  if (!isQueryable(module))
    throw new CrmFailure(400, 'NOT_SUPPORTED', 'records of this module cannot be searched', {
      module: module.apiName,
    });
}

/** Search and count. */
export function serveSearch(app: FastifyInstance, { database: { db }, modules }: Platform): void {
  serveRoute(app, 'GET /crm/v8/:module/search', async ({ params, query, principal }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const { module } = context;
    checkSearchable(module);
    const condition = await searchCondition(db, context, query);
    if (!condition)
      throw new CrmFailure(400, 'EXPECTED_PARAM_MISSING', 'One of the expected parameter is missing', {
        expected_params: ways,
      });
    if (
      query.page_token === undefined &&
      Number(query.page ?? 1) * Number(query.per_page ?? 200) > MOST_FOUND
    )
      throw new CrmFailure(400, 'LIMIT_REACHED', 'use page_token to read beyond the first 2000 records', {
        limit: MOST_FOUND,
      });
    const asked = ways.map((way) => query[way]).join('|');
    const list = parseList(module, query, false, `search.${asked}`);
    const where = allOf(convertedIs(module, list), condition);
    return answerPage(list, (page) => module.source.page(db, context, module, { ...page, where }));
  });

  serveRoute(app, 'GET /crm/v8/:module/actions/count', async ({ params, query, principal }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    checkSearchable(context.module);
    const where = allOf(
      convertedIs(context.module, { converted: 'false' }),
      await searchCondition(db, context, query),
    );
    return { status: 200, body: { count: await countRecords(db, context, context.module, where) } };
  });
}
