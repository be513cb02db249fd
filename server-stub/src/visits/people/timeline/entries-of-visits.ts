import type { TimelineEntry } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db/database.js';
import type { TimelineRequest } from './timeline.js';

interface Row {
  id: string;
  kind: 'visit' | 'page' | 'chat';
  at: Date;
  title: string | null;
  url: string | null;
  detail: string | null;
  engaged_ms: string;
  visit_id: string;
}

const visits = sql`
  select v.id, 'visit' as kind, v.started_at as at, v.entry_title as title, v.entry_url as url, v.referrer as detail,
    v.engaged_ms, v.id as visit_id
  from visit v where v.entry_at is not null`;

/** Times to the millisecond, as clients know them: what they page by. */
const actions = sql`
  select a.id, a.kind, date_trunc('milliseconds', a.at) as at, a.title, nullif(a.url, '') as url, null as detail,
    a.engaged_ms, v.id as visit_id
  from visit v join visit_action a on a.org_id = v.org_id and a.visit_id = v.id where a.url is not null`;

/** Visits of a lead or contact, the pages that they read and the chats that they had. */
export async function entriesOfVisits(
  db: Db,
  orgId: string,
  recordId: string,
  { kinds, portalId, cursor, limit }: TimelineRequest,
): Promise<TimelineEntry[]> {
  const portal = portalId === undefined ? sql`true` : sql`v.portal_id = ${portalId}`;
  const whose = sql`v.org_id = ${orgId} and v.record_id = ${recordId} and ${portal}`;
  const parts: RawBuilder<unknown>[] = [];
  if (kinds.includes('visit')) parts.push(sql`${visits} and ${whose}`);
  const wanted = kinds.filter((kind) => kind === 'page' || kind === 'chat');
  if (wanted.length > 0) parts.push(sql`${actions} and ${whose} and a.kind = any(${wanted}::text[])`);
  if (parts.length === 0) return [];
  const beyond = cursor ? sql`(at, id) < (${cursor.at}::timestamptz, ${cursor.id}::bigint)` : sql`true`;
  const { rows } = await sql<Row>`
    select * from (${sql.join(parts, sql` union all `)}) entry where ${beyond}
    order by at desc, id desc limit ${limit}`.execute(db);
  return rows.map(toEntry);
}

const toEntry = (row: Row): TimelineEntry => ({
  id: row.id,
  kind: row.kind,
  at: row.at.toISOString(),
  title: row.title || (row.url ?? ''),
  detail: row.detail,
  url: row.url,
  minutes: Math.round(Number(row.engaged_ms) / 600) / 100,
  amount: null,
  record: { id: row.visit_id, module: 'Visits' },
});
