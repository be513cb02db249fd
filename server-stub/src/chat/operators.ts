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

export async function operatorsOnline(db: Db, orgId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from operator where org_id = ${orgId} and available_until > now() limit 1`.execute(db);
  return rows.length > 0;
}
