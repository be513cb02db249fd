import { sql, type RawBuilder } from 'kysely';
import { SCORE } from './score.js';
import { ALL_PORTALS } from './summaries.js';

/** The score of who makes a `visit v`, as SQL: of a lead or contact by all their visits, of others by their browser's. */
export const visitorScore = (timeZone: string): RawBuilder<number> => sql`(
  select ${sql.raw(SCORE)} from (
    select visits, days, pages, engaged_ms, chats, forms from visit_summary
    where org_id = v.org_id and record_id = v.record_id and portal_id = ${sql.raw(ALL_PORTALS)}
    union all
    select count(*), count(distinct (t.started_at at time zone ${timeZone})::date), coalesce(sum(t.pages), 0), coalesce(sum(t.engaged_ms), 0), coalesce(sum(t.chats), 0), coalesce(sum(t.forms), 0)
    from visit b join visit_total t on t.org_id = b.org_id and t.visit_id = b.id
    where b.org_id = v.org_id and b.visitor_id = v.visitor_id having v.record_id is null) s
  left join visitor_scoring p on p.org_id = v.org_id)`;
