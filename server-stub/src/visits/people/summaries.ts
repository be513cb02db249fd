import type { CrmViewPage } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findTimeZone } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { dealsOfContact, findRecordNames } from '../../records/index.js';

/** Group of the CRM view that a person is in. */
export type Standing = keyof CrmViewPage['counts'];

/** Number of a portal that stands for all of them together. */
export const ALL_PORTALS = '0';

/**
 * Works out what the visits of leads and contacts amount to, for each portal and for all; doing it again changes
 * nothing. Days are the organization's. Who calls holds the room of the visits: of two who work out the same
 * person at once, the later one sees what the other has seen.
 */
export async function summarise(tx: Tx, orgId: string, recordIds: string[]): Promise<void> {
  if (recordIds.length === 0) return;
  const there = await findRecordNames(tx, orgId, recordIds);
  const ids = recordIds.filter((id) => there.has(id)).sort();
  const person = [sql`${orgId}::bigint`, sql.ref('f.record_id')] as const;
  const standing = sql<Standing>`case when ${dealsOfContact.won(...person)} then 'customers'
    when ${dealsOfContact.open(...person)} then 'potential_customers' else 'leads_contacts' end`;
  const zone = await findTimeZone(tx, orgId);
  await sql`
    with fresh as (
      select t.record_id, coalesce(t.portal_id, ${ALL_PORTALS}::bigint) as portal_id,
        count(*) as visits, count(distinct (t.started_at at time zone ${zone})::date) as days,
        sum(t.chats) as chats, sum(t.pages) as pages, sum(t.forms) as forms, sum(t.engaged_ms) as engaged_ms,
        min(t.started_at) as first_visited_at, max(t.started_at) as last_visited_at,
        (array_agg(t.visit_id order by t.started_at, t.visit_id))[1] as first_visit_id,
        (array_agg(t.visit_id order by t.started_at desc, t.visit_id desc))[1] as last_visit_id
      from visit_total t where t.org_id = ${orgId} and t.record_id = any(${ids}::bigint[])
      group by grouping sets ((t.record_id), (t.record_id, t.portal_id))),
    gone as (
      delete from visit_summary s where s.org_id = ${orgId} and s.record_id = any(${recordIds}::bigint[])
        and not exists (select from fresh where fresh.record_id = s.record_id and fresh.portal_id = s.portal_id))
    insert into visit_summary as s (org_id, record_id, portal_id, standing, visits, days, chats, pages, forms, engaged_ms,
      first_visited_at, last_visited_at, first_visited_url, referrer, last_visit_id)
    select ${orgId}::bigint, f.record_id, f.portal_id, ${standing}, f.visits, f.days, f.chats, f.pages, f.forms, f.engaged_ms,
      f.first_visited_at, f.last_visited_at, v.entry_url, v.referrer, f.last_visit_id
    from fresh f join visit v on v.org_id = ${orgId} and v.id = f.first_visit_id
    on conflict (org_id, record_id, portal_id) do update set standing = excluded.standing, visits = excluded.visits,
      days = excluded.days, chats = excluded.chats, pages = excluded.pages, forms = excluded.forms,
      engaged_ms = excluded.engaged_ms, first_visited_at = excluded.first_visited_at,
      last_visited_at = excluded.last_visited_at, first_visited_url = excluded.first_visited_url,
      referrer = excluded.referrer, last_visit_id = excluded.last_visit_id`.execute(tx);
}
