import type { Db } from '../../platform/db/database.js';

/** Time zone of an organization, an IANA name. */
export async function findTimeZone(db: Db, orgId: string): Promise<string> {
  const { time_zone: zone } = await db
    .selectFrom('org')
    .select('time_zone')
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow();
  return zone;
}
