import type { CrmRecord } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { crmTime } from '../../crm-dialect/time.js';
import { type PageRequest, type RecordSource, type RelatedList } from '../../records/index.js';

interface Row {
  id: string;
  kind: 'page' | 'chat';
  title: string | null;
  url: string;
  engaged_ms: number;
  at: Date;
  visit_id: string;
  first: boolean;
}

function actionType({ kind, first }: Row): string {
  if (kind === 'chat') return 'Chat';
  return first ? 'Accessed' : 'Navigation';
}

async function select(db: Db, orgId: string, where: RawBuilder<unknown>): Promise<CrmRecord[]> {
  const { rows } = await sql<Row>`
    select a.id, a.kind, a.title, a.url, a.engaged_ms, a.at, a.visit_id, a.at = v.entry_at as first
    from visit_action a join visit v on v.org_id = a.org_id and v.id = a.visit_id
    where a.org_id = ${orgId} and a.url is not null and ${where}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    Action_Type: actionType(row),
    Actions: row.title || row.url,
    Page_URL: row.url || null,
    Time_Spent: Math.round(row.engaged_ms / 600) / 100,
    Action_Performed_Time: crmTime(row.at),
    Visit: { id: row.visit_id },
  }));
}

function paged(
  { after, order, limit, offset, ids }: PageRequest,
  also: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const direction = sql.raw(order === 'asc' ? 'asc' : 'desc');
  const beyond =
    after === undefined ? sql`true` : order === 'asc' ? sql`a.id > ${after}` : sql`a.id < ${after}`;
  const chosen = ids ? sql`a.id = any(${ids}::bigint[])` : sql`true`;
  return sql`${also} and ${beyond} and ${chosen} order by a.id ${direction} limit ${limit} offset ${offset}`;
}

export const actionSource: RecordSource = {
  page: async (db, { access: { orgId } }, _module, request) => ({
    records: await select(db, orgId, paged(request, sql`true`)),
  }),
  get: async (db, { access: { orgId } }, _module, id) => (await select(db, orgId, sql`a.id = ${id}`))[0],
};

/** Pages browsed in one visit, VIS-78. */
export const actionsOfVisit: RelatedList = {
  apiName: 'Actions_Performed',
  module: 'Actions_Performed',
  page: (db, { access: { orgId } }, { id: visitId }, request) =>
    select(db, orgId, paged(request, sql`a.visit_id = ${visitId}`)),
};
