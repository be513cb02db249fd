import type { Db } from '../../platform/db/database.js';

/** A tag as records show it. */
export interface Tag {
  name: string;
  id: string;
  color_code: string | null;
}

/** Tags by their ids; those that were deleted are not there. */
export async function findTags(db: Db, orgId: string, ids: string[]): Promise<Map<string, Tag>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('tag')
    .select(['name', 'id', 'color_code'])
    .where('org_id', '=', orgId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
