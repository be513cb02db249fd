import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import type { Access } from '../access.js';
import { RowError, type RowReader } from '../crm/row-reader.js';
import type { Done } from '../crm/write-rows.js';
import { EVERYTHING } from '../permissions.js';
import { checkNoCircle, checkReference } from '../crm/references.js';
import { readStatus, readUser, type UserValues } from './read-fields.js';

/** What everybody may change of themselves. */
const own = new Set(['id', 'first_name', 'last_name', 'phone', 'mobile', 'time_zone', 'locale']);

async function checkReferences(
  tx: Tx,
  { orgId }: Access,
  reader: RowReader,
  user: UserValues,
): Promise<void> {
  await checkReference(tx, orgId, 'profile', reader, 'profile', user.profile_id);
  await checkReference(tx, orgId, 'role', reader, 'role', user.role_id);
  await checkReference(tx, orgId, 'crm_user', reader, 'Reporting_To', user.reporting_to);
}

async function isAdministratorProfile(tx: Tx, orgId: string, profileId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from profile where org_id = ${orgId} and id = ${profileId} and ${EVERYTHING} = any(permissions)`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Only administrators make administrators, and change them. */
async function checkRank(tx: Tx, access: Access, profileId: string | undefined): Promise<void> {
  if (access.administrator || profileId === undefined) return;
  if (await isAdministratorProfile(tx, access.orgId, profileId))
    throw new RowError('NO_PERMISSION', 'only an administrator may do this to an administrator', {
      permissions: ['Crm_Implied_Manage_Users'],
    });
}

async function checkEmail(tx: Tx, orgId: string, email: string | undefined, id?: string): Promise<void> {
  if (email === undefined) return;
  const { rows } = await sql`
    select 1 from crm_user where org_id = ${orgId} and lower(email) = lower(${email}) and id is distinct from ${id ?? null}::bigint`.execute(
    tx,
  );
  if (rows.length > 0)
    throw new RowError('DUPLICATE_DATA', 'Failed to add user since same email id is already present', {
      api_name: 'email',
    });
}

/** Adds an active user. @throws RowError */
export async function createUser(tx: Tx, access: Access, reader: RowReader): Promise<Done> {
  const { orgId, userId } = access;
  const user = readUser(reader, true);
  await checkReferences(tx, access, reader, user);
  await checkRank(tx, access, user.profile_id);
  await checkEmail(tx, orgId, user.email);
  const id = nextId();
  await sql`
    insert into crm_user (org_id, id, email, first_name, last_name, phone, mobile, time_zone, locale,
      profile_id, role_id, reporting_to, created_by, modified_by)
    select ${orgId}, ${id}, ${user.email}, ${user.first_name ?? null}, ${user.last_name}, ${user.phone ?? null},
      ${user.mobile ?? null}, coalesce(${user.time_zone ?? null}, time_zone), coalesce(${user.locale ?? null}, 'en_US'),
      ${user.profile_id}, ${user.role_id}, ${user.reporting_to ?? null}, ${userId}, ${userId}
    from org where org_id = ${orgId}`.execute(tx);
  return { id, message: 'User added' };
}

/** Changes a user; without the right to manage users, only what is one's own. @throws RowError */
export async function updateUser(tx: Tx, access: Access, reader: RowReader, id: string): Promise<Done> {
  const { orgId, userId } = access;
  const before = await findUser(tx, orgId, reader, id);
  const ownOnly = id === userId && Object.keys(reader.row).every((name) => own.has(name));
  if (!ownOnly) checkMayManage(access);
  await checkRank(tx, access, id === userId ? undefined : before.profile_id);
  const { profile_id: profileId, ...user } = readUser(reader, false);
  const status = readStatus(reader);
  await checkReferences(tx, access, reader, { profile_id: profileId, ...user });
  await checkRank(tx, access, profileId);
  await checkEmail(tx, orgId, user.email, id);
  if (user.reporting_to)
    await checkNoCircle(tx, orgId, 'crm_user', reader, 'Reporting_To', id, user.reporting_to);
  const values = Object.entries({ ...user, profile_id: profileId, status }).filter(
    ([, value]) => value !== undefined,
  );
  await tx
    .updateTable('crm_user')
    .set({ ...Object.fromEntries(values), modified_by: userId, modified_time: new Date() })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute();
  await checkAdministratorLeft(tx, orgId, id);
  return { id, message: 'User updated' };
}

/** Deletes a user for good: their records, and their name on them, stay. @throws RowError */
export async function deleteUser(tx: Tx, access: Access, reader: RowReader, id: string): Promise<Done> {
  const { orgId, userId } = access;
  const before = await findUser(tx, orgId, reader, id);
  if (id === userId) throw new RowError('INVALID_REQUEST', 'one cannot delete oneself', { id });
  await checkRank(tx, access, before.profile_id);
  await sql`
    update crm_user set status = 'deleted', modified_by = ${userId}, modified_time = now()
    where org_id = ${orgId} and id = ${id}`.execute(tx);
  await checkAdministratorLeft(tx, orgId, id);
  return { id, message: 'User deleted' };
}

function checkMayManage(access: Access): void {
  if (!access.has('manage_users'))
    throw new RowError('NO_PERMISSION', 'permission denied', { permissions: ['Crm_Implied_Manage_Users'] });
}

async function findUser(
  tx: Tx,
  orgId: string,
  reader: RowReader,
  id: string,
): Promise<{ profile_id: string }> {
  const user = await tx
    .selectFrom('crm_user')
    .select(['profile_id', 'status'])
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!user) throw reader.invalid('id', {}, 'the id given seems to be invalid');
  if (user.status === 'deleted') throw new RowError('INVALID_REQUEST', 'the user is deleted', { id });
  return user;
}

/** An organization that nobody can administer any more could never be repaired. */
async function checkAdministratorLeft(tx: Tx, orgId: string, id: string): Promise<void> {
  const { rows } = await sql`
    select 1 from crm_user u join profile p on p.org_id = u.org_id and p.id = u.profile_id
    where u.org_id = ${orgId} and u.status = 'active' and ${EVERYTHING} = any(p.permissions) limit 1`.execute(
    tx,
  );
  if (rows.length === 0)
    throw new RowError('INVALID_REQUEST', 'the last administrator must stay active and an administrator', {
      id,
    });
}
