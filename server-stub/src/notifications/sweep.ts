import { sql } from 'kysely';
import type { Database } from '../platform/db/database.js';

/** Notifications that a user keeps. */
const KEPT = 1_000;

/** Notifications from before 90 days, and those beyond what a user keeps. */
export async function removeOldNotifications({ db }: Database): Promise<void> {
  await sql`delete from notification where created_at < now() - interval '90 days'`.execute(db);
  await sql`
    delete from notification n using (
      select org_id, user_id, (array_agg(id order by id desc))[${sql.lit(KEPT)}] as last from notification
      group by org_id, user_id having count(*) > ${KEPT}) full_box
    where n.org_id = full_box.org_id and n.user_id = full_box.user_id and n.id < full_box.last`.execute(db);
}
