import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { denied } from '../crm/guard.js';
import { isId, noSuchId } from '../../crm-dialect/ids.js';
import type { RowReader } from '../crm/row-reader.js';
import { checkUniqueName } from '../crm/unique-name.js';
import type { Done } from '../crm/write-rows.js';
import type { Access } from '../access.js';
import { EVERYTHING } from '../permissions.js';
import { applyChanges } from './apply-changes.js';
import { listPermissions } from './permission-catalog.js';

const MAX = { name: 50, description: 250 };

interface ProfileRow {
  custom: boolean;
  permissions: string[];
  description: string | null;
}

async function findProfile(tx: Tx, orgId: string, id: string): Promise<ProfileRow> {
  const row = await tx
    .selectFrom('profile')
    .select(['custom', 'permissions', 'description'])
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw noSuchId(2);
  return row;
}

const isAdministrator = ({ permissions }: ProfileRow) => permissions.includes(EVERYTHING);

/**
 * Makes a custom profile with the permissions of another one, changed as the row says. Only an
 * administrator can clone Administrator.
 * @throws RowError, CrmFailure
 */
export async function cloneProfile(tx: Tx, access: Access, reader: RowReader, from: string): Promise<Done> {
  const { orgId, userId } = access;
  const source = await findProfile(tx, orgId, from);
  if (isAdministrator(source) && !access.administrator) throw denied('manage_profiles');
  const name = reader.needed('name', MAX.name, true);
  const description = reader.text('description', MAX.description) ?? source.description;
  await checkUniqueName(tx, orgId, 'profile', reader, name);
  const catalog = await listPermissions(tx, orgId);
  const granted = isAdministrator(source) ? catalog.map(({ key }) => key) : source.permissions;
  const permissions = applyChanges(catalog, granted, reader);
  const id = nextId();
  await sql`
    insert into profile (org_id, id, name, description, custom, permissions, created_by, modified_by)
    values (${orgId}, ${id}, ${name}, ${description}, true, ${permissions}, ${userId}, ${userId})`.execute(
    tx,
  );
  return { id, message: 'profile created successfully' };
}

/** Administrator allows everything and stays so. @throws RowError, CrmFailure NOT_ALLOWED */
export async function updateProfile(
  tx: Tx,
  { orgId, userId }: Access,
  reader: RowReader,
  id: string,
): Promise<Done> {
  const before = await findProfile(tx, orgId, id);
  if (isAdministrator(before))
    throw new CrmFailure(400, 'NOT_ALLOWED', 'System profile cannot be updated', { resource_path_index: 2 });
  const name = reader.needed('name', MAX.name, false);
  const description = reader.text('description', MAX.description);
  await checkUniqueName(tx, orgId, 'profile', reader, name, id);
  const permissions = applyChanges(await listPermissions(tx, orgId), before.permissions, reader);
  await tx
    .updateTable('profile')
    .set({
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      permissions,
      modified_by: userId,
      modified_time: new Date(),
    })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute();
  return { id, message: 'profile updated successfully' };
}

/**
 * Deletes a custom profile; its users get another one.
 * @throws CrmFailure NOT_ALLOWED, MANDATORY_NOT_FOUND, INVALID_DATA
 */
export async function deleteProfile(
  tx: Tx,
  access: Access,
  id: string,
  transferTo: string | undefined,
): Promise<Done> {
  const { orgId } = access;
  const profile = await findProfile(tx, orgId, id);
  if (!profile.custom)
    throw new CrmFailure(400, 'NOT_ALLOWED', 'System profile cannot be deleted', { resource_path_index: 2 });
  const { rows } =
    await sql`select 1 from crm_user where org_id = ${orgId} and profile_id = ${id} limit 1`.execute(tx);
  if (rows.length > 0) await transferUsers(tx, access, id, transferTo);
  await sql`delete from profile where org_id = ${orgId} and id = ${id}`.execute(tx);
  return { id, message: 'Profile deleted' };
}

async function transferUsers(tx: Tx, access: Access, from: string, to: string | undefined): Promise<void> {
  const { orgId } = access;
  if (to === undefined)
    throw new CrmFailure(400, 'MANDATORY_NOT_FOUND', 'the profile is in use: transfer_to is needed', {
      param: 'transfer_to',
    });
  const target =
    isId(to) && to !== from ? await findProfile(tx, orgId, to).catch(() => undefined) : undefined;
  if (!target)
    throw new CrmFailure(400, 'INVALID_DATA', 'the profile to transfer to is not there', { id: to });
  if (isAdministrator(target) && !access.administrator) throw denied('manage_users');
  await sql`
    update crm_user set profile_id = ${to}, modified_by = ${access.userId}, modified_time = now()
    where org_id = ${orgId} and profile_id = ${from}`.execute(tx);
}
