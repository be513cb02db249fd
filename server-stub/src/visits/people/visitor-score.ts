import { sql, type RawBuilder } from 'kysely';
import { SCORE } from './score.js';
import { ALL_PORTALS } from './summaries.js';

/** The score of who makes a `visit v`, as SQL: of a lead or contact by all their visits, of others by their browser's. */
export const visitorScore = (timeZone: string): RawBuilder<number> => sql`(
  select ${sql.raw(SCORE)} from (
    select visits, days, pages, engaged_ms, chats, forms from visit_summary
    where org_id = v.org_id and record_id = v.record_id and portal_id = ${sql.raw(ALL_PORTALS)}
    union all
    select count(*), count(distinct (b.started_at at time zone ${timeZone})::date), coalesce(sum(a.pages), 0), coalesce(sum(b.engaged_ms), 0), coalesce(sum(a.chats), 0), coalesce(sum(e.forms), 0)
    from visit b
    cross join lateral (
      select count(*) filter (where kind = 'page' and url is not null) as pages, count(*) filter (where kind = 'chat') as chats
      from visit_action where org_id = b.org_id and visit_id = b.id) a
    cross join lateral (
      select count(*) as forms from visit_event where org_id = b.org_id and visit_id = b.id and kind = 'form') e
    where b.org_id = v.org_id and b.visitor_id = v.visitor_id and v.record_id is null and (b.entry_at is not null or a.chats > 0) having v.record_id is null) s
  left join visitor_scoring p on p.org_id = v.org_id)`;
