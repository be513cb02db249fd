import { RECORDS_MAX_WRITE, type WriteRow } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Principal } from '../../platform/auth/principal.js';
import { serveRoute, type Answer } from '../../platform/http/serve-route.js';
import { openModule } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Platform } from '../platform.js';
import { pathId } from '../path-id.js';
import { moduleParameter } from '../settings/read-routes.js';
import { answerRows } from '../write/answers.js';
import { checkRows, idsOf } from '../write/check-rows.js';
import { MAX_MODULE_TAGS } from './resolve-tags.js';
import { tagRecords, type TagChange } from './tag-records.js';
import { changeTag, countTagged, createTag, deleteTag, listTags } from './tag-settings.js';

function answerTags(tags: WriteRow[], good: number): Answer {
  const bad = tags.filter(({ status }) => status === 'error').length;
  return { status: bad === 0 ? good : bad < tags.length ? 207 : 400, body: { tags } };
}

const invalidId = (index: number) =>
  new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: index });

/** Which tags a request is about: in its body, or, as of old, in its address. */
interface TagRequest {
  query: { tag_names?: string; ids?: string; over_write?: string };
  body?: { tags?: Record<string, unknown>[]; ids?: string[]; over_write?: boolean } | null;
}

const tagsOf = ({ query, body }: TagRequest): unknown[] =>
  body?.tags ??
  query.tag_names
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean) ??
  [];

const adds = ({ query, body }: TagRequest): TagChange =>
  (body?.over_write ?? query.over_write === 'true') ? 'replace' : 'add';

/** Tags of modules, and which records carry them. */
export function serveTags(app: FastifyInstance, { database: { db, transact }, modules }: Platform): void {
  const open = (principal: Principal, { module }: { module?: string }, action: 'view' | 'edit') =>
    openModule(db, modules, principal, moduleParameter(module), action);
  /** The module of a tag, which a request about one tag need not name. */
  const openTag = async (principal: Principal, id: string, action: 'view' | 'edit') => {
    if (!isId(id)) throw invalidId(2);
    const { rows } = await sql<{ module: string }>`
      select module from tag where org_id = ${principal.orgId} and id = ${id}`.execute(db);
    if (!rows[0]) throw invalidId(2);
    return openModule(db, modules, principal, rows[0].module, action);
  };

  serveRoute(app, 'GET /crm/v8/settings/tags', async ({ principal, query }) => {
    const tags = await listTags(db, await open(principal, query, 'view'), query.my_tags === 'true');
    const info = { count: tags.length, allowed_count: MAX_MODULE_TAGS };
    return tags.length ? { status: 200, body: { tags, info } } : { status: 204 };
  });

  serveRoute(app, 'POST /crm/v8/settings/tags', async ({ principal, query, body }) => {
    const context = await open(principal, query, 'edit');
    const rows = await transact(async (tx) => {
      const made: WriteRow[] = [];
      for (const [index, row] of checkRows(body.tags, MAX_MODULE_TAGS).entries())
        made.push(await createTag(tx, context, row, index));
      return made;
    });
    return answerTags(rows, 201);
  });

  serveRoute(app, 'PUT /crm/v8/settings/tags', async ({ principal, query, body }) => {
    const context = await open(principal, query, 'edit');
    const rows = await transact(async (tx) => {
      const changed: WriteRow[] = [];
      for (const [index, row] of checkRows(body.tags, MAX_MODULE_TAGS).entries())
        changed.push(
          await changeTag(tx, context, typeof row.id === 'string' && isId(row.id) ? row.id : '0', row, index),
        );
      return changed;
    });
    return answerTags(rows, 200);
  });

  serveRoute(app, 'PUT /crm/v8/settings/tags/:id', async ({ principal, params, body }) => {
    const context = await openTag(principal, params.id, 'edit');
    const [row = {}] = checkRows(body.tags, 1);
    return answerTags([await transact((tx) => changeTag(tx, context, params.id, row, 0))], 200);
  });

  serveRoute(app, 'DELETE /crm/v8/settings/tags/:id', async ({ principal, params }) => {
    await openTag(principal, params.id, 'edit');
    return answerTags([await transact((tx) => deleteTag(tx, principal.orgId, params.id))], 200);
  });

  serveRoute(app, 'GET /crm/v8/settings/tags/:id/actions/records_count', async ({ principal, params }) => {
    const context = await openTag(principal, params.id, 'view');
    const count = await countTagged(db, context, params.id);
    return { status: 200, body: { count: String(count) } };
  });

  const tag = async (
    principal: Principal,
    name: string,
    ids: string[],
    request: TagRequest,
    change: TagChange,
  ) => {
    const context = await openModule(db, modules, principal, name, 'edit');
    return transact((tx) => tagRecords(tx, context, ids, tagsOf(request), change));
  };
  const idsIn = ({ query, body }: TagRequest): string[] =>
    idsOf(body?.ids ? checkRows(body.ids, RECORDS_MAX_WRITE).join() : query.ids);

  for (const [action, changeOf] of [
    ['add_tags', adds],
    ['remove_tags', (): TagChange => 'remove'],
  ] as const) {
    serveRoute(
      app,
      `POST /crm/v8/:module/actions/${action}`,
      async ({ params, principal, request, ...given }) => {
        const data = await tag(principal, params.module, idsIn(given), given, changeOf(given));
        const done = data.filter(({ status }) => status === 'success').length;
        const { status, body } = answerRows(data, 200, request.url);
        return { status, body: { ...(body as object), success_count: String(done), locked_count: '0' } };
      },
    );
    serveRoute(
      app,
      `POST /crm/v8/:module/:id/actions/${action}`,
      async ({ params, principal, request, ...given }) =>
        answerRows(
          await tag(principal, params.module, [pathId(params.id)], given, changeOf(given)),
          200,
          request.url,
        ),
    );
  }
}
