import type { VisitReport } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { visitorType } from '../visitor-type.js';

/** Days, first and last one included, of an organization in its time zone. */
export interface ReportRequest {
  from: string;
  to: string;
  timeZone: string;
  portalId: string | undefined;
}

type Totals = Pick<VisitReport, 'visits' | 'visitors' | 'chats' | 'leads' | 'minutes'>;
type Count = VisitReport['by_page'][number];

/** Longest list of a report. */
const TOP = 20;

const minutes = sql`round(coalesce(sum(v.engaged_ms), 0) / 60000.0, 2)::float8`;
/** A person counts once whatever number of browsers they have. */
const visitors = sql`count(distinct coalesce(v.record_id, v.visitor_id))::int`;

/** The visits `v` of the days, by the index over when they began. */
export function visitsOf(
  orgId: string,
  { from, to, timeZone, portalId }: ReportRequest,
): RawBuilder<unknown> {
  return sql`visit v where v.org_id = ${orgId} and v.entry_at is not null
    and v.started_at >= ${from}::date::timestamp at time zone ${timeZone}
    and v.started_at < (${to}::date + 1)::timestamp at time zone ${timeZone}
    and ${portalId === undefined ? sql`true` : sql`v.portal_id = ${portalId}`}`;
}

/** Visits of some days in figures. */
export async function readReport(db: Db, orgId: string, request: ReportRequest): Promise<VisitReport> {
  const { from, to, timeZone } = request;
  const visits = visitsOf(orgId, request);
  const totals = await sql<Totals>`
    select count(*)::int as visits, ${visitors} as visitors, ${minutes} as minutes,
      count(distinct v.record_id)::int as leads, coalesce(sum((
        select count(*) from visit_action a where a.org_id = v.org_id and a.visit_id = v.id and a.kind = 'chat')), 0)::int as chats
    from ${visits}`.execute(db);
  const days = await sql<VisitReport['by_day'][number]>`
    select to_char(d, 'YYYY-MM-DD') as day, coalesce(visits, 0) as visits, coalesce(visitors, 0) as visitors
    from generate_series(${from}::date::timestamp, ${to}::date::timestamp, '1 day') d
    left join (
      select (v.started_at at time zone ${timeZone})::date as day, count(*)::int as visits, ${visitors} as visitors
      from ${visits} group by 1) counted on counted.day = d::date
    order by d`.execute(db);
  const sources = await sql<VisitReport['by_source'][number]>`
    select coalesce(v.source_kind, 'direct') as kind, v.source_label as label, count(*)::int as visits, ${minutes} as minutes
    from ${visits} group by 1, 2 order by visits desc, kind, label limit ${TOP}`.execute(db);
  const by = async (label: RawBuilder<unknown>) =>
    (
      await sql<Count>`
        select ${label} as label, count(*)::int as visits, ${minutes} as minutes
        from ${visits} group by 1 order by visits desc, label limit ${TOP}`.execute(db)
    ).rows;
  return {
    from,
    to,
    ...(totals.rows[0] ?? { visits: 0, visitors: 0, chats: 0, leads: 0, minutes: 0 }),
    by_day: days.rows,
    by_source: sources.rows,
    by_page: await topPages(db, visits),
    by_country: await by(sql`v.country`),
    by_browser: await by(sql`nullif(v.browser, '')`),
    by_visitor_type: await by(visitorType('v')),
  };
}

async function topPages(db: Db, visits: RawBuilder<unknown>): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select label, count(*)::int as visits, round(sum(engaged_ms) / 60000.0, 2)::float8 as minutes
    from (
      select chosen.id, substring(a.url from '^[^?#]+') as label, sum(a.engaged_ms) as engaged_ms
      from (select v.org_id, v.id from ${visits}) chosen
      join visit_action a on a.org_id = chosen.org_id and a.visit_id = chosen.id
      where a.kind = 'page' and a.url is not null group by 1, 2) page
    group by 1 order by visits desc, label limit ${TOP}`.execute(db);
  return rows;
}
