import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';

/**
 * Counts visits of leads and contacts anew, each for itself; doing it again changes nothing.
 * @returns the records that they belong to, and those that they belonged to before
 */
export async function countVisits(tx: Tx, orgId: string, visitIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ record_id: string }>`
    with before as (
      select record_id from visit_total where org_id = ${orgId} and visit_id = any(${visitIds}::bigint[])),
    removed as (
      delete from visit_total t where t.org_id = ${orgId} and t.visit_id = any(${visitIds}::bigint[])
        and not exists (select from visit v where v.org_id = t.org_id and v.id = t.visit_id and v.record_id is not null)),
    counted as (
      insert into visit_total (org_id, visit_id, portal_id, record_id, started_at, engaged_ms, pages, chats, forms)
      select v.org_id, v.id, v.portal_id, v.record_id, v.started_at, v.engaged_ms, a.pages, a.chats, e.forms
      from visit v
      cross join lateral (
        select count(*) filter (where kind = 'page' and url is not null) as pages, count(*) filter (where kind = 'chat') as chats
        from visit_action where org_id = v.org_id and visit_id = v.id) a
      cross join lateral (
        select count(*) as forms from visit_event where org_id = v.org_id and visit_id = v.id and kind = 'form') e
      where v.org_id = ${orgId} and v.id = any(${visitIds}::bigint[]) and v.record_id is not null and (v.entry_at is not null or a.chats > 0)
      order by v.id
      on conflict (org_id, visit_id) do update set record_id = excluded.record_id, started_at = excluded.started_at,
        engaged_ms = excluded.engaged_ms, pages = excluded.pages, chats = excluded.chats, forms = excluded.forms
      returning record_id)
    select record_id from before union select record_id from counted`.execute(tx);
  return rows.map((row) => row.record_id);
}
