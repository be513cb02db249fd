import type { Db } from '../../platform/db/database.js';

/** Name of an organization. */
export async function findOrgName(db: Db, orgId: string): Promise<string> {
  const { name } = await db
    .selectFrom('org')
    .select('name')
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow();
  return name;
}
