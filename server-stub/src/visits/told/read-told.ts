import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';

/** One of the values that pages told under one label. */
export interface ToldValue {
  label: string;
  value: string | number | boolean;
  at: Date;
}

/** So many visits of an organization are looked at, however many it has: the cost of the list. */
export const VISITS = 2_000;
const EVENTS_OF_VISIT = 50;
const VALUES = 5_000;
/** Longer texts are cut: long enough to tell a line from a text of several. */
const MAX_TEXT = 300;

/** Different values that the pages of an organization told in the last visits, the last one first. */
export async function readTold(db: Db, orgId: string): Promise<ToldValue[]> {
  const { rows } = await sql<ToldValue>`
    with latest as materialized (select id from visit where org_id = ${orgId} order by id desc limit ${VISITS})
    select t.key as label, v.value, max(told.at) as at from latest
    cross join lateral (
      select e.at, e.data -> 'values' as data from visit_event e
      where e.org_id = ${orgId} and e.visit_id = latest.id and e.kind <> 'vitals' and e.data ? 'values'
      order by e.at desc limit ${EVENTS_OF_VISIT}) told
    cross join lateral jsonb_each(told.data) t
    cross join lateral (
      select case when jsonb_typeof(t.value) = 'string' then to_jsonb(left(t.value #>> '{}', ${MAX_TEXT})) else t.value end as value) v
    group by 1, 2 order by 3 desc, 1 limit ${VALUES}`.execute(db);
  return rows;
}
