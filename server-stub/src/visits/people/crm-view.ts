import type { CrmViewPage, CrmViewPerson } from '@crm-elements/contract';
import { crmViewGroups } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { dealsOfContact, maySee, type Context } from '../../records/index.js';
import { isOnline } from '../live/visitor-rows.js';
import { cursorOf, type Cursor } from './cursor.js';
import { describePeople, PEOPLE } from './describe-people.js';
import { SCORE } from './score.js';
import { ALL_PORTALS, type Standing } from './summaries.js';

export interface CrmViewRequest {
  group: Standing;
  portalId: string | undefined;
  cursor: Cursor | undefined;
  limit: number;
}

interface Row {
  id: string;
  visits: number;
  days: number;
  chats: number;
  last_visited_at: Date;
  score: number;
  online: boolean;
  page_title: string | null;
  page_url: string | null;
  revenue: string;
  pipeline: string;
}

/** People of one group whom somebody may see, the latest visitor first. */
export function selectPeople(context: Context, request: CrmViewRequest): RawBuilder<Row> {
  const { orgId } = context.access;
  const { group, portalId = ALL_PORTALS, cursor, limit } = request;
  const ofPortal = portalId === ALL_PORTALS ? sql`true` : sql`v.portal_id = ${portalId}`;
  const beyond = cursor
    ? sql`(s.last_visited_at, s.record_id) < (${cursor.at}::timestamptz, ${cursor.id}::bigint)`
    : sql`true`;
  const person = [sql.ref('s.org_id'), sql.ref('s.record_id')] as const;
  return sql<Row>`
    select s.record_id as id, s.visits, s.days, s.chats, s.last_visited_at, ${sql.raw(SCORE)} as score,
      exists (select from visit v where v.org_id = s.org_id and v.record_id = s.record_id and ${ofPortal} and ${isOnline}) as online,
      last.page_title, last.page_url, ${dealsOfContact.revenue(...person)} as revenue, ${dealsOfContact.pipeline(...person)} as pipeline
    from visit_summary s
    left join visitor_scoring p on p.org_id = s.org_id
    left join visit last on last.org_id = s.org_id and last.id = s.last_visit_id
    where s.org_id = ${orgId} and s.portal_id = ${portalId} and s.standing = ${group}
      and ${maySee(context, PEOPLE, sql.ref('s.record_id'))} and ${beyond}
    order by s.last_visited_at desc, s.record_id desc limit ${limit + 1}`;
}

/** A page of one group, and how many people are in each. */
export async function readCrmView(db: Db, context: Context, request: CrmViewRequest): Promise<CrmViewPage> {
  const counts = await countGroups(db, context, request.portalId);
  const { rows } = await selectPeople(context, request).execute(db);
  const page = rows.slice(0, request.limit);
  const last = rows.length > request.limit ? page.at(-1) : undefined;
  const known = await describePeople(
    db,
    context,
    page.map(({ id }) => id),
  );
  return {
    data: page.flatMap((row) => {
      const person = known.get(row.id);
      return person ? [{ ...person, ...toFigures(row) }] : [];
    }),
    counts,
    next_cursor: last ? cursorOf(last.last_visited_at, last.id) : null,
  };
}

function toFigures(row: Row): Omit<CrmViewPerson, 'record' | 'email' | 'phone'> {
  return {
    online: row.online,
    visits: row.visits,
    days_visited: row.days,
    chats: row.chats,
    last_visited_at: row.last_visited_at.toISOString(),
    last_page: row.page_url === null ? null : { title: row.page_title ?? '', url: row.page_url },
    score: row.score,
    revenue: Number(row.revenue),
    pipeline: Number(row.pipeline),
  };
}

async function countGroups(db: Db, context: Context, portalId = ALL_PORTALS): Promise<CrmViewPage['counts']> {
  const { rows } = await sql<{ standing: Standing; count: string }>`
    select s.standing, count(*) from visit_summary s
    where s.org_id = ${context.access.orgId} and s.portal_id = ${portalId} and s.standing = any(${crmViewGroups}::text[])
      and ${maySee(context, PEOPLE, sql.ref('s.record_id'))}
    group by s.standing`.execute(db);
  const counts = { customers: 0, potential_customers: 0, leads_contacts: 0 };
  for (const { standing, count } of rows) counts[standing] = Number(count);
  return counts;
}
