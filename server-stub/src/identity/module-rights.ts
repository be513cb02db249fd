import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.js';
import { EVERYTHING, moduleActions, modulePermission } from './permissions.js';

/**
 * Gives a new module its rights: private, with everything but export for the profiles, Standard where none is
 * named; Administrator has everything in any module.
 * @returns whether the organization has all these profiles
 */
export async function addModuleRights(
  tx: Tx,
  orgId: string,
  module: string,
  profiles: readonly string[] = [],
): Promise<boolean> {
  await sql`
    insert into module_sharing (org_id, module, share_type) values (${orgId}, ${module}, 'private')`.execute(
    tx,
  );
  const granted = [...moduleActions.filter((action) => action !== 'export'), 'tab' as const].map((action) =>
    modulePermission(module, action),
  );
  const chosen = profiles.length > 0 ? sql`id = any(${profiles}::bigint[])` : sql`not custom`;
  await sql`
    update profile set permissions = permissions || ${granted}::text[]
    where org_id = ${orgId} and ${chosen} and not ${EVERYTHING} = any(permissions)`.execute(tx);
  const { rows } = await sql`
    select id from profile where org_id = ${orgId} and id = any(${profiles}::bigint[])`.execute(tx);
  return rows.length === profiles.length;
}

/** Takes the rights of a module that is no more. */
export async function removeModuleRights(tx: Tx, orgId: string, module: string): Promise<void> {
  await sql`delete from module_sharing where org_id = ${orgId} and module = ${module}`.execute(tx);
  const granted = [...moduleActions, 'tab' as const].map((action) => modulePermission(module, action));
  await sql`
    update profile set permissions = array(select each from unnest(permissions) each where each <> all (${granted}::text[]))
    where org_id = ${orgId} and permissions && ${granted}::text[]`.execute(tx);
}
