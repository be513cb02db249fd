import type { Db } from '../../platform/db/database.js';

/** A user as somebody to write to. */
export interface Person {
  id: string;
  name: string;
  email: string;
  /** Language and country, `fr_FR`. */
  locale: string;
  timeZone: string;
}

/** The active users among these ids, by id. */
export async function findPeople(db: Db, orgId: string, ids: string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('crm_user')
    .select(['id', 'email', 'first_name', 'last_name', 'locale', 'time_zone'])
    .where('org_id', '=', orgId)
    .where('id', 'in', [...new Set(ids)])
    .where('status', '=', 'active')
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: [row.first_name, row.last_name].filter(Boolean).join(' '),
        email: row.email,
        locale: row.locale,
        timeZone: row.time_zone,
      },
    ]),
  );
}
