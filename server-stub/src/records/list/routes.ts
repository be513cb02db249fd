import type { FastifyInstance } from 'fastify';
import { serveRoute, type Answer } from '../../platform/http/serve-route.js';
import { checkMay, openModule } from '../context.js';
import { CrmFailure } from '../errors.js';
import type { Context, Module } from '../module.js';
import type { Platform } from '../mount.js';
import { pathId } from '../path-id.js';
import { findView } from '../views/standard-views.js';
import { allOf, answerPage, convertedIs, NOTHING } from './answer-page.js';
import { conditionalTime } from './conditional.js';
import { parseFields, pick } from './fields.js';
import { parseList, type ListRequest } from './parameters.js';

/** Version 2 lists all fields when none are named. */
const fieldsNeeded = (url: string) => !url.startsWith('/crm/v2/');
const NOT_MODIFIED: Answer = { status: 304 };

/** What a list asks for beyond its page: its view, and whether leads are converted. */
const conditions = (context: Context, module: Module, list: ListRequest) =>
  allOf(
    convertedIs(module, list),
    list.viewId === undefined ? undefined : findView(module, list.viewId).where(context),
  );

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
