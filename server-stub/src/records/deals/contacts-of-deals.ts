import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';

/** Contacts that deals are with, or were with when they were deleted. */
export async function contactsOfDeals(db: Db, orgId: string, dealIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ contact: string }>`
    select data ->> 'Contact_Name' as contact from record
    where org_id = ${orgId} and id = any(${dealIds}::bigint[]) and data ->> 'Contact_Name' is not null
    union select data ->> 'Contact_Name' from deleted_record
    where org_id = ${orgId} and id = any(${dealIds}::bigint[]) and data ->> 'Contact_Name' is not null`.execute(
    db,
  );
  return rows.map((row) => row.contact);
}
