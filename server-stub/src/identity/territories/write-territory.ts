import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import type { Access } from '../access.js';
import { checkNoCircle, checkReference } from '../crm/references.js';
import { RowError, type RowReader } from '../crm/row-reader.js';
import { checkUniqueName } from '../crm/unique-name.js';
import type { Done } from '../crm/write-rows.js';
import { territoryPermissions, type TerritoryPermission } from '../tables.js';

const MAX = { name: 100, description: 500 };

function readPermission(reader: RowReader): TerritoryPermission | undefined {
  const text = reader.needed('permission_type', 30, false);
  const type = territoryPermissions.find((each) => each === text);
  if (text !== undefined && !type)
    throw reader.invalid('permission_type', { supported_values: territoryPermissions });
  return type;
}

function readTerritory(reader: RowReader, creating: boolean) {
  return {
    name: reader.needed('name', MAX.name, creating),
    description: reader.text('description', MAX.description),
    reporting_to: reader.reference('reporting_to'),
    manager_id: reader.reference('manager'),
    permission_type: readPermission(reader),
  };
}

async function check(
  tx: Tx,
  orgId: string,
  reader: RowReader,
  territory: ReturnType<typeof readTerritory>,
  id?: string,
): Promise<void> {
  await checkUniqueName(tx, orgId, 'territory', reader, territory.name, id);
  await checkReference(tx, orgId, 'territory', reader, 'reporting_to', territory.reporting_to);
  await checkReference(tx, orgId, 'crm_user', reader, 'manager', territory.manager_id);
  if (id !== undefined && territory.reporting_to)
    await checkNoCircle(tx, orgId, 'territory', reader, 'reporting_to', id, territory.reporting_to);
}

/** @throws RowError */
export async function createTerritory(tx: Tx, { orgId, userId }: Access, reader: RowReader): Promise<Done> {
  const territory = readTerritory(reader, true);
  await check(tx, orgId, reader, territory);
  const { name = '' } = territory;
  const id = nextId();
  await tx
    .insertInto('territory')
    .values({
      org_id: orgId,
      id,
      name,
      api_name: name.replace(/\W+/g, '_'),
      description: territory.description ?? null,
      reporting_to: territory.reporting_to ?? null,
      manager_id: territory.manager_id ?? null,
      permission_type: territory.permission_type ?? 'read_only',
      created_by: userId,
      modified_by: userId,
    })
    .execute();
  return { id, message: 'Territory created successfully' };
}

/** @throws RowError */
export async function updateTerritory(
  tx: Tx,
  { orgId, userId }: Access,
  reader: RowReader,
  id: string,
): Promise<Done> {
  await checkReference(tx, orgId, 'territory', reader, 'id', id);
  const territory = readTerritory(reader, false);
  await check(tx, orgId, reader, territory, id);
  const values = Object.entries(territory).filter(([, value]) => value !== undefined);
  await tx
    .updateTable('territory')
    .set({ ...Object.fromEntries(values), modified_by: userId, modified_time: new Date() })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute();
  return { id, message: 'Territory updated successfully' };
}

/** @throws RowError NOT_ALLOWED when there are territories below it */
export async function deleteTerritory(tx: Tx, orgId: string, reader: RowReader, id: string): Promise<Done> {
  await checkReference(tx, orgId, 'territory', reader, 'id', id);
  const { rows } = await sql`
    select 1 from territory where org_id = ${orgId} and reporting_to = ${id} limit 1`.execute(tx);
  if (rows.length > 0)
    throw new RowError('NOT_ALLOWED', 'a territory with others below it cannot be deleted', { id });
  await sql`delete from territory_user where org_id = ${orgId} and territory_id = ${id}`.execute(tx);
  await sql`
    delete from user_group_source where org_id = ${orgId} and type = 'territories' and source_id = ${id}`.execute(
    tx,
  );
  await sql`delete from territory where org_id = ${orgId} and id = ${id}`.execute(tx);
  return { id, message: 'Territory deleted successfully' };
}

/** Puts a user into a territory; once more is no error. @throws RowError */
export async function addTerritoryUser(
  tx: Tx,
  orgId: string,
  reader: RowReader,
  territoryId: string,
): Promise<Done> {
  const id = reader.neededReference('id', true);
  await checkReference(tx, orgId, 'crm_user', reader, 'id', id);
  await sql`
    insert into territory_user (org_id, territory_id, user_id) values (${orgId}, ${territoryId}, ${id})
    on conflict do nothing`.execute(tx);
  return { id, message: 'User added to the territory' };
}

/** @throws RowError when the user is not in the territory */
export async function removeTerritoryUser(
  tx: Tx,
  orgId: string,
  reader: RowReader,
  territoryId: string,
): Promise<Done> {
  const id = reader.neededReference('id', true);
  const { numAffectedRows } = await sql`
    delete from territory_user where org_id = ${orgId} and territory_id = ${territoryId} and user_id = ${id}`.execute(
    tx,
  );
  if (!numAffectedRows) throw reader.invalid('id', {}, 'the id given seems to be invalid');
  return { id, message: 'User removed from the territory' };
}
