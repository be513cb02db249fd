import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';

interface Place {
  module: string;
  id: string;
}

/** Notes and files of one record go over to another. */
export async function moveBelongings(tx: Tx, orgId: string, from: Place, to: Place): Promise<void> {
  await sql`
    update record set data = jsonb_set(data, '{Parent_Id}', to_jsonb(${to.id}::text))
    where org_id = ${orgId} and module = 'Notes'
      and (data ->> 'Parent_Id')::bigint = ${from.id}::bigint`.execute(tx);
  await sql`
    update attachment set module = ${to.module}, parent_id = ${to.id}
    where org_id = ${orgId} and module = ${from.module} and parent_id = ${from.id}`.execute(tx);
}
