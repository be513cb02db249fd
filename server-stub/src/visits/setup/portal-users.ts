import { sql } from 'kysely';
import { findPeople } from '../../identity/index.js';
import type { Db, Tx } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';

/** @throws Failure invalid_input when one of them is not an active user of the organization */
export async function checkUsers(db: Db, orgId: string, ids: string[], path: string): Promise<void> {
  const people = await findPeople(db, orgId, ids);
  if (!ids.every((id) => people.has(id)))
    throw new Failure(400, 'invalid_input', {
      detail: 'A portal takes active users of the organization alone.',
      errors: [{ path, message: 'must be active users' }],
    });
}

/** Attaches these users to a portal, and nobody else. */
export async function setPortalUsers(tx: Tx, orgId: string, portalId: string, ids: string[]): Promise<void> {
  await sql`
    delete from portal_user where org_id = ${orgId} and portal_id = ${portalId} and user_id <> all(${ids}::bigint[])`.execute(
    tx,
  );
  await sql`
    insert into portal_user (org_id, portal_id, user_id)
    select ${orgId}::bigint, ${portalId}::bigint, * from unnest(${[...new Set(ids)]}::bigint[]) on conflict do nothing`.execute(
    tx,
  );
}
