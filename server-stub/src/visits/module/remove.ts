import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';

/** Removes visits with all that was seen in them; their notes and files follow by the event of the removal. */
export async function removeVisits(tx: Tx, orgId: string, ids: string[]): Promise<void> {
  for (const table of ['visit_action', 'visit_event', 'visit_change'])
    await sql`delete from ${sql.table(table)} where org_id = ${orgId} and visit_id = any(${ids}::bigint[])`.execute(
      tx,
    );
  await sql`delete from visit where org_id = ${orgId} and id = any(${ids}::bigint[])`.execute(tx);
}
