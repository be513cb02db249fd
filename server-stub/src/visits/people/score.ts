import type { VisitorScoring } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';

/** Points of an organization that has set none. */
const usual: VisitorScoring = {
  per_visit: 5,
  per_day: 10,
  per_page: 1,
  per_minute: 1,
  per_chat: 20,
  per_form: 30,
};

const amounts: Record<keyof VisitorScoring, string> = {
  per_visit: 's.visits',
  per_day: 's.days',
  per_page: 's.pages',
  per_minute: 's.engaged_ms / 60000',
  per_chat: 's.chats',
  per_form: 's.forms',
};
const names = Object.keys(amounts) as (keyof VisitorScoring)[];

const terms = names.map((name) => `(${amounts[name]})::bigint * coalesce(p.${name}, ${usual[name]})`);

/**
 * The score as SQL, of a `visit_summary s` and the organization's `visitor_scoring p`, which may be missing. Worked out
 * when it is read: other points count at once, for everybody.
 */
export const SCORE = `least(${terms.join(' + ')}, 999999999)::int`;

/** Points of an organization. */
export async function readScoring(db: Db, orgId: string): Promise<VisitorScoring> {
  const { rows } = await sql<VisitorScoring>`
    select ${sql.join(names.map((name) => sql.ref(name)))} from visitor_scoring where org_id = ${orgId}`.execute(
    db,
  );
  return rows[0] ?? usual;
}

/** Sets the points of an organization. */
export async function writeScoring(db: Db, orgId: string, points: VisitorScoring): Promise<void> {
  await sql`
    insert into visitor_scoring (org_id, ${sql.join(names.map((name) => sql.ref(name)))})
    values (${orgId}, ${sql.join(names.map((name) => points[name]))})
    on conflict (org_id) do update set ${sql.join(names.map((name) => sql`${sql.ref(name)} = ${points[name]}`))}`.execute(
    db,
  );
}
