import type { Db } from '../../platform/db/database.js';

/** A user as records show them: `{name, id, email}`. */
export interface UserReference {
  id: string;
  name: string;
  email: string;
}

/** References of the users with these ids, by id. */
export async function findUsers(db: Db, orgId: string, ids: string[]): Promise<Map<string, UserReference>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('crm_user')
    .select(['id', 'email', 'first_name', 'last_name'])
    .where('org_id', '=', orgId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, name: [row.first_name, row.last_name].filter(Boolean).join(' '), email: row.email },
    ]),
  );
}
