import type { FastifyInstance } from 'fastify';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { serveRoute, type Answer } from '../../platform/http/serve-route.js';
import { checkMay, openModule } from '../context.js';
import { CrmFailure } from '../errors.js';
import type { Context, Module, Page, PageRequest } from '../module.js';
import type { Platform } from '../mount.js';
import { pathId } from '../path-id.js';
import { findView } from '../views/standard-views.js';
import { conditionalTime } from './conditional.js';
import { parseFields, pick } from './fields.js';
import { parseList, type ListRequest } from './parameters.js';
import { toPage } from './to-page.js';

/** Version 2 lists all fields when none are named. */
const fieldsNeeded = (url: string) => !url.startsWith('/crm/v2/');
const NOTHING: Answer = { status: 204 };
const NOT_MODIFIED: Answer = { status: 304 };

/** Only leads are converted; a list shows those that are not, unless it asks for others. */
function convertedIs(module: Module, { converted }: ListRequest): RawBuilder<SqlBool> | undefined {
  if (module.apiName !== 'Leads' || converted === 'both') return undefined;
  return sql`record.converted = ${converted === 'true'}`;
}

/** What a list asks for beyond its page: its view, and whether leads are converted. */
function conditions(context: Context, module: Module, list: ListRequest): RawBuilder<SqlBool> | undefined {
  const view = list.viewId === undefined ? undefined : findView(module, list.viewId).where(context);
  const all = [convertedIs(module, list), view].filter((condition) => condition !== undefined);
  return all.length ? sql`${sql.join(all, sql` and `)}` : undefined;
}

async function answerPage(
  list: ListRequest,
  read: (request: PageRequest) => Promise<Page>,
  nothing = NOTHING,
): Promise<Answer> {
  if (list.unapproved) return nothing;
  const page = await read({ ...list.request, limit: list.request.limit + 1 });
  return page.records.length ? { status: 200, body: toPage(page, list) } : nothing;
}

/** Lists, single records and related lists. */
export function serveReads(app: FastifyInstance, { database: { db }, modules }: Platform): void {
  serveRoute(app, 'GET /crm/v8/:module', async ({ params, query, principal, request }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const { module } = context;
    const list = parseList(module.apiName, query, fieldsNeeded(request.url));
    const modifiedSince = conditionalTime(request, 'if-modified-since');
    const where = module.writable ? conditions(context, module, list) : undefined;
    return answerPage(
      list,
      (page) => module.source.page(db, context, module, { ...page, modifiedSince, where }),
      modifiedSince && NOT_MODIFIED,
    );
  });

  serveRoute(app, 'GET /crm/v8/:module/:id', async ({ params, query, principal, request }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const { module } = context;
    const id = pathId(params.id);
    const fields = parseFields(query.fields, false);
    const since = conditionalTime(request, 'if-modified-since');
    if (since) {
      const only = {
        limit: 1,
        offset: 0,
        order: 'asc',
        sortBy: 'id',
        ids: [id],
        modifiedSince: since,
      } as const;
      const { records } = await module.source.page(db, context, module, { ...only, ids: [id], fields });
      return records.length
        ? { status: 200, body: { data: records.map((record) => pick(record, fields)) } }
        : NOT_MODIFIED;
    }
    const record = await module.source.get(db, context, module, id, fields);
    return record ? { status: 200, body: { data: [pick(record, fields)] } } : NOTHING;
  });

  serveRoute(app, 'GET /crm/v8/:module/:id/:related', async ({ params, query, principal, request }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const { module, access } = context;
    const related = module.related.find(
      ({ apiName }) => apiName.toLowerCase() === params.related.toLowerCase(),
    );
    if (!related)
      throw new CrmFailure(400, 'INVALID_DATA', 'the related list name given seems to be invalid', {
        resource_path_index: 2,
      });
    checkMay(access, context.modules.find(related.module), 'view');
    const id = pathId(params.id);
    const list = parseList(`${module.apiName}.${id}.${related.apiName}`, query, fieldsNeeded(request.url));
    const parent = await module.source.get(db, context, module, id, ['id']);
    if (!parent) return NOTHING;
    return answerPage(list, async (page) => ({
      records: await related.page(db, principal.orgId, id, { ...page, sortBy: 'id' }),
    }));
  });
}
