import { sql } from 'kysely';
import type { Db } from '../platform/db/database.js';

/** An operator counts as there for this long after they last said so, s. */
const AVAILABLE_SECONDS = 90;

export async function setAvailable(db: Db, orgId: string, userId: string, available: boolean): Promise<void> {
  await sql`
    insert into operator (org_id, user_id, available_until)
    values (${orgId}, ${userId}, now() + make_interval(secs => ${available ? AVAILABLE_SECONDS : 0}))
    on conflict (org_id, user_id) do update set available_until = excluded.available_until`.execute(db);
}

/** Operators who are there now, by how long they have been with the organization. */
export async function availableOperators(db: Db, orgId: string): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select user_id from operator where org_id = ${orgId} and available_until > now() order by user_id`.execute(
    db,
  );
  return rows.map((row) => row.user_id);
}

export const operatorsOnline = async (db: Db, orgId: string): Promise<boolean> =>
  (await availableOperators(db, orgId)).length > 0;
