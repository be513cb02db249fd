import { sql, type RawBuilder } from 'kysely';
import { visitorScore } from '../people/visitor-score.js';
import { visitorType } from '../visitor-type.js';

/** What has to be looked up for a visit `v`; whoever needs less of it reads less. */
export const visitorParts = ['path', 'pages', 'visits', 'score', 'event', 'type'] as const;
export type VisitorPart = (typeof visitorParts)[number];

/** Longest path that is told, pages. */
const PATH = 10;

const pages = sql`from visit_action where org_id = v.org_id and visit_id = v.id and kind = 'page' and url is not null`;
const visits = sql`from visit where org_id = v.org_id and visitor_id = v.visitor_id`;

type Columns = (timeZone: string) => RawBuilder<unknown>;

const columns: Record<VisitorPart, { read: Columns; unread: RawBuilder<unknown> }> = {
  path: {
    read: () => sql`coalesce((
      select jsonb_agg(jsonb_build_object('title', title, 'url', url, 'at', at) order by at)
      from (select title, url, at ${pages} order by at desc limit ${PATH}) latest), '[]') as path`,
    unread: sql`'[]'::jsonb as path`,
  },
  pages: {
    read: () => sql`(select count(*)::int ${pages}) as page_count`,
    unread: sql`0 as page_count`,
  },
  visits: {
    read: (timeZone) => sql`(select count(*)::int ${visits}) as visit_count,
      (select count(distinct (started_at at time zone ${timeZone})::date)::int ${visits}) as day_count`,
    unread: sql`0 as visit_count, 0 as day_count`,
  },
  score: {
    read: (timeZone) => sql`coalesce(${visitorScore(timeZone)}, 0) as score`,
    unread: sql`0 as score`,
  },
  event: {
    read: () => sql`(
      select name from visit_event where org_id = v.org_id and visit_id = v.id and kind = 'custom'
      order by at desc limit 1) as last_event`,
    unread: sql`null as last_event`,
  },
  type: {
    read: () => sql`${visitorType('v')} as visitor_type`,
    unread: sql`'Unknown' as visitor_type`,
  },
};

/** Columns of all parts; those that nobody asks for are as if there were nothing. */
export const partColumns = (parts: ReadonlySet<VisitorPart>, timeZone: string): RawBuilder<unknown> =>
  sql.join(
    visitorParts.map((part) => (parts.has(part) ? columns[part].read(timeZone) : columns[part].unread)),
  );
