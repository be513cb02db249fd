import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { findUsers, type UserReference } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openModule, type ModuleContext } from '../context.js';
import { crmTime } from '../../crm-dialect/time.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { answerPage } from '../list/answer-page.js';
import { conditionalTime } from '../list/conditional.js';
import { parseList } from '../list/parameters.js';
import type { PageRequest } from '../module.js';
import type { Platform } from '../platform.js';
import { rowsOf } from '../storage/visibility.js';

/** Days that a deleted record stays in the recycle bin. */
const RECYCLE_DAYS = 60;

const types = {
  all: sql`true`,
  recycle: sql`deleted_time > now() - make_interval(days => ${RECYCLE_DAYS})`,
  permanent: sql`deleted_time <= now() - make_interval(days => ${RECYCLE_DAYS})`,
};
type DeletedType = keyof typeof types;

interface Row {
  id: string;
  name: string;
  created_by: string;
  deleted_by: string;
  deleted_time: Date;
  recycled: boolean;
}

const by = (user: UserReference | undefined) => (user ? { name: user.name, id: user.id } : null);

async function readDeleted(
  db: Db,
  { access, module }: ModuleContext,
  type: DeletedType,
  request: PageRequest,
) {
  const { after, order, limit, offset, modifiedSince } = request;
  const beyond =
    after === undefined ? sql`true` : sql`deleted_record.id ${sql.raw(order === 'asc' ? '>' : '<')} ${after}`;
  // Of what went with its record only administrators learn.
  const visible = access.administrator ? sql`true` : rowsOf(access, module, 'view', 'deleted_record');
  const { rows } = await sql<Row>`
    select id, name, created_by, deleted_by, deleted_time, ${types.recycle} as recycled from deleted_record
    where org_id = ${access.orgId} and module = ${module.apiName} and ${visible}
      and ${types[type]} and ${beyond} and ${modifiedSince ? sql`deleted_time > ${modifiedSince}` : sql`true`}
    order by id ${sql.raw(order)} limit ${limit} offset ${offset}`.execute(db);
  const users = await findUsers(
    db,
    access.orgId,
    rows.flatMap((row) => [row.created_by, row.deleted_by]),
  );
  return rows.map((row) => ({
    id: row.id,
    display_name: row.name,
    type: row.recycled ? 'recycle' : 'permanent',
    created_by: by(users.get(row.created_by)),
    deleted_by: by(users.get(row.deleted_by)),
    deleted_time: crmTime(row.deleted_time),
  }));
}

/** What was deleted, newest record first. */
export function serveDeleted(app: FastifyInstance, { database: { db }, modules }: Platform): void {
  serveRoute(app, 'GET /crm/v8/:module/deleted', async ({ params, query, principal, request }) => {
    const context = await openModule(db, modules, principal, params.module, 'view');
    const { type = 'all' } = query;
    if (!Object.hasOwn(types, type))
      throw new CrmFailure(400, 'INVALID_DATA', 'the type given is not valid', {
        param_name: 'type',
        supported_values: Object.keys(types),
      });
    const modifiedSince = conditionalTime(request, 'if-modified-since');
    // What is told of them is always the same.
    const asked = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'fields'));
    const list = parseList(context.module, asked, false, `deleted.${type}`);
    return answerPage(
      list,
      async (page) => ({
        records: await readDeleted(db, context, type as DeletedType, { ...page, modifiedSince }),
      }),
      modifiedSince && { status: 304 },
    );
  });
}
