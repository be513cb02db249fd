import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';

/** Values of read-only fields, which the domain that knows them fills. */
interface Filling {
  id: string;
  /** By API name. */
  values: Record<string, string>;
  /** A record that was there before is left as it is. */
  madeAfter: Date;
}

/** Fills standard fields of a record once: where one of them is filled already, nothing changes. */
export async function fillOnce(tx: Tx, orgId: string, { id, values, madeAfter }: Filling): Promise<void> {
  await sql`
    update record set data = data || ${JSON.stringify(values)}::jsonb
    where org_id = ${orgId} and id = ${id} and created_time >= ${madeAfter}
      and not data ?| ${Object.keys(values)}::text[]`.execute(tx);
}
