import type { CrmRecord } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import { findUsers } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { crmTime } from '../../crm-dialect/time.js';
import {
  findRecordNames,
  type PageRequest,
  type RecordSource,
  type RelatedList,
} from '../../records/index.js';
import { visitorType } from '../visitor-type.js';

interface Row {
  id: string;
  ip_address: string | null;
  entry_title: string;
  entry_url: string;
  engaged_ms: string;
  referrer: string | null;
  user_agent: string;
  browser: string;
  operating_system: string;
  attended_by: string | null;
  started_at: Date;
  search_keyword: string | null;
  search_engine: string | null;
  portal_name: string;
  visitor_name: string | null;
  record_module: string | null;
  record_id: string | null;
  online: boolean;
}

const minutes = (ms: string | number) => Math.round(Number(ms) / 600) / 100;

function select(db: Db, orgId: string, where: RawBuilder<unknown>): Promise<Row[]> {
  return sql<Row>`
    select v.id, v.ip_address, v.entry_title, v.entry_url, v.referrer, v.user_agent, v.browser, v.operating_system, v.attended_by,
      v.started_at, v.search_keyword, v.search_engine, v.record_module, v.record_id, p.name as portal_name, w.name as visitor_name,
      v.left_at is null and v.last_seen_at > now() - interval '40 seconds' as online, a.engaged_ms
    from visit v
    join portal p on p.org_id = v.org_id and p.id = v.portal_id
    join visitor w on w.org_id = v.org_id and w.id = v.visitor_id
    cross join lateral (
      select coalesce(sum(engaged_ms), 0) as engaged_ms from visit_action where org_id = v.org_id and visit_id = v.id and kind = 'page') a
    where v.org_id = ${orgId} and v.entry_at is not null and ${where}`
    .execute(db)
    .then(({ rows }) => rows);
}

async function toRecords(db: Db, orgId: string, rows: Row[]): Promise<CrmRecord[]> {
  const names = await findRecordNames(
    db,
    orgId,
    rows.flatMap((row) => row.record_id ?? []),
  );
  const users = await findUsers(
    db,
    orgId,
    rows.flatMap((row) => row.attended_by ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    IP_Address: row.ip_address,
    Visited_By: visitedBy(row, names),
    Visited_Page: row.entry_title || row.entry_url,
    Time_Spent_Minutes: minutes(row.engaged_ms),
    Referrer: row.referrer,
    User_Agents: row.user_agent,
    Attended_By: (row.attended_by && users.get(row.attended_by)) ?? null,
    Visited_Page_URL: row.entry_url,
    Browser: row.browser,
    Visitor_Type: visitorType(row.record_module),
    Revenue: 0,
    Visited_Time: crmTime(row.started_at),
    Search_Keyword: row.search_keyword,
    Search_Engine: row.search_engine,
    Operating_System: row.operating_system,
    Portal_Name: row.portal_name,
    $online: row.online,
  }));
}

/** Name of the lead or contact, or what an unknown visitor called themselves. */
function visitedBy(row: Row, names: Map<string, string>) {
  const name = row.record_id === null ? undefined : names.get(row.record_id);
  if (name !== undefined) return { id: row.record_id, name, module: { api_name: row.record_module } };
  return row.visitor_name === null ? null : { id: null, name: row.visitor_name };
}

function paged(
  { after, order, limit, offset, portalId, ids }: PageRequest,
  also: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const direction = sql.raw(order === 'asc' ? 'asc' : 'desc');
  const beyond =
    after === undefined ? sql`true` : order === 'asc' ? sql`v.id > ${after}` : sql`v.id < ${after}`;
  const portal = portalId === undefined ? sql`true` : sql`v.portal_id = ${portalId}`;
  const chosen = ids ? sql`v.id = any(${ids}::bigint[])` : sql`true`;
  return sql`${also} and ${beyond} and ${portal} and ${chosen} order by v.id ${direction} limit ${limit} offset ${offset}`;
}

export const visitSource: RecordSource = {
  page: async (db, { access: { orgId } }, _module, request) => ({
    records: await toRecords(db, orgId, await select(db, orgId, paged(request, sql`true`))),
  }),
  get: async (db, { access: { orgId } }, _module, id) =>
    (await toRecords(db, orgId, await select(db, orgId, sql`v.id = ${id}`)))[0],
};

/** Visits of a lead or contact, VIS-92. */
export const visitsOfRecord: RelatedList = {
  apiName: 'Visits',
  module: 'Visits',
  page: async (db, { access: { orgId } }, { id: recordId }, request) =>
    toRecords(db, orgId, await select(db, orgId, paged(request, sql`v.record_id = ${recordId}`))),
};
