import type { FastifyInstance } from 'fastify';
import { serveRoute, type Answer } from '../../platform/http/serve-route.js';
import { openModule } from '../context.js';
import type { Platform } from '../platform.js';
import { pathId } from '../path-id.js';
import { findView, viewCondition } from '../views/view-condition.js';
import { answerPage, convertedIs, NOTHING } from './answer-page.js';
import { allOf } from '../criteria/all-of.js';
import { conditionalTime } from './conditional.js';
import { parseFields, pick } from './fields.js';
import { fieldsNeeded, inOrderOf, parseList } from './parameters.js';

const NOT_MODIFIED: Answer = { status: 304 };

/** Lists and single records. */
export function serveReads(app: FastifyInstance, { database: { db }, modules }: Platform): void {
  serveRoute(app, 'GET /crm/v8/:module', async ({ params, query, principal, request }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const { module } = context;
    const parsed = parseList(module, query, fieldsNeeded(request.url));
    const view = parsed.viewId === undefined ? undefined : await findView(db, context, module, parsed.viewId);
    const list = inOrderOf(view, parsed);
    const modifiedSince = conditionalTime(request, 'if-modified-since');
    const where = allOf(convertedIs(module, list), view && (await viewCondition(db, context, module, view)));
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
}
