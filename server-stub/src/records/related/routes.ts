import { RECORDS_MAX_WRITE, type WriteRow } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../platform/auth/principal.js';
import type { Tx } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { checkMay, openModule, type ModuleContext } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { answerPage, NOTHING } from '../list/answer-page.js';
import { fieldsNeeded, parseList } from '../list/parameters.js';
import type { Parent, RelatedList } from '../module.js';
import type { Platform } from '../platform.js';
import { pathId } from '../path-id.js';
import { answerRows } from '../write/answers.js';
import { checkRows, idsOf } from '../write/check-rows.js';
import { holdParent } from './open-parent.js';

interface Address {
  module: string;
  id: string;
  related: string;
}

/** @throws CrmFailure INVALID_DATA */
function findList({ module }: ModuleContext, name: string): RelatedList {
  const list = module.related.find(({ apiName }) => apiName.toLowerCase() === name.toLowerCase());
  if (list) return list;
  throw new CrmFailure(400, 'INVALID_DATA', 'the related list name given seems to be invalid', {
    resource_path_index: 2,
  });
}

const notSupported = (list: RelatedList) =>
  new CrmFailure(400, 'NOT_SUPPORTED', 'this related list cannot be written so', {
    related_list: list.apiName,
  });

/** What belongs to one record: lists, and what is added to them, linked and taken away. */
export function serveRelated(app: FastifyInstance, { database: { db, transact }, modules }: Platform): void {
  const write = async (
    principal: Principal,
    address: Address,
    choose: (
      list: RelatedList,
    ) => ((tx: Tx, context: ModuleContext, parent: Parent) => Promise<WriteRow[]>) | undefined,
  ) => {
    const context = await openModule(db, modules, principal, address.module, 'view');
    const list = findList(context, address.related);
    const id = pathId(address.id);
    const work = choose(list);
    if (!work) throw notSupported(list);
    return transact(async (tx) => {
      await holdParent(tx, context, id);
      return work(tx, context, { module: context.module, id });
    });
  };

  serveRoute(app, 'GET /crm/v8/:module/:id/:related', async ({ params, query, principal, request }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const { module, access } = context;
    const related = findList(context, params.related);
    checkMay(access, context.modules.find(related.module), 'view');
    const id = pathId(params.id);
    const parsed = parseList(module, query, fieldsNeeded(request.url), `${id}.${related.apiName}`);
    // The rows of a related list come in the order of their ids.
    const list = { ...parsed, request: { ...parsed.request, sortBy: 'id' as const } };
    const parent = await module.source.get(db, context, module, id, ['id']);
    if (!parent) return NOTHING;
    return answerPage(list, async (page) => ({
      records: await related.page(db, context, { module, id }, page),
    }));
  });

  serveRoute(app, 'POST /crm/v8/:module/:id/:related', async ({ params, body, principal, request }) => {
    const rows = checkRows(body.data, RECORDS_MAX_WRITE);
    const data = await write(principal, params, ({ insert, module }) => {
      if (!insert) return undefined;
      return (tx, context, parent) => {
        checkMay(context.access, context.modules.find(module), 'create');
        return insert(tx, context, parent, rows);
      };
    });
    return answerRows(data, 201, request.url);
  });

  serveRoute(app, 'PUT /crm/v8/:module/:id/:related', async ({ params, body, principal, request }) => {
    const rows = checkRows(body.data, RECORDS_MAX_WRITE);
    const data = await write(
      principal,
      params,
      ({ update }) => update && ((tx, context, parent) => update(tx, context, parent, rows)),
    );
    return answerRows(data, 200, request.url);
  });

  serveRoute(app, 'PUT /crm/v8/:module/:id/:related/:row', async ({ params, body, principal, request }) => {
    const rows = checkRows(body.data, 1).map((row) => ({ ...row, id: params.row }));
    const data = await write(
      principal,
      params,
      ({ update }) => update && ((tx, context, parent) => update(tx, context, parent, rows)),
    );
    return answerRows(data, 200, request.url);
  });

  const remove = (principal: Principal, params: Address, ids: string[]) =>
    write(
      principal,
      params,
      ({ remove: take }) => take && ((tx, context, parent) => take(tx, context, parent, ids)),
    );

  serveRoute(app, 'DELETE /crm/v8/:module/:id/:related', async ({ params, query, principal, request }) =>
    answerRows(await remove(principal, params, idsOf(query.ids)), 200, request.url),
  );

  serveRoute(app, 'DELETE /crm/v8/:module/:id/:related/:row', async ({ params, principal, request }) =>
    answerRows(await remove(principal, params, idsOf(params.row)), 200, request.url),
  );
}
