import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import type { Access } from '../access.js';
import { checkReference } from '../crm/references.js';
import type { RowReader } from '../crm/row-reader.js';
import { checkUniqueName } from '../crm/unique-name.js';
import type { Done } from '../crm/write-rows.js';
import { checkNoGroupCircle, readSources, type GroupSource } from './read-sources.js';

const MAX = { name: 100, description: 500 };

/** @throws RowError */
export async function createGroup(tx: Tx, { orgId, userId }: Access, reader: RowReader): Promise<Done> {
  const name = reader.needed('name', MAX.name, true);
  const description = reader.text('description', MAX.description) ?? null;
  await checkUniqueName(tx, orgId, 'user_group', reader, name);
  const sources = await readSources(tx, orgId, reader);
  if (!sources) throw reader.missing('sources');
  const id = nextId();
  await sql`
    insert into user_group (org_id, id, name, description, created_by, modified_by)
    values (${orgId}, ${id}, ${name}, ${description}, ${userId}, ${userId})`.execute(tx);
  await insertSources(tx, orgId, id, sources);
  return { id, message: 'User group created successfully' };
}

/** @throws RowError */
export async function updateGroup(
  tx: Tx,
  { orgId, userId }: Access,
  reader: RowReader,
  id: string,
): Promise<Done> {
  await checkReference(tx, orgId, 'user_group', reader, 'id', id);
  const name = reader.needed('name', MAX.name, false);
  const description = reader.text('description', MAX.description);
  await checkUniqueName(tx, orgId, 'user_group', reader, name, id);
  const sources = await readSources(tx, orgId, reader);
  await tx
    .updateTable('user_group')
    .set({
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      modified_by: userId,
      modified_time: new Date(),
    })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute();
  if (sources) {
    await checkNoGroupCircle(tx, orgId, reader, id, sources);
    await sql`delete from user_group_source where org_id = ${orgId} and group_id = ${id}`.execute(tx);
    await insertSources(tx, orgId, id, sources);
  }
  return { id, message: 'User group updated successfully' };
}

/** Also takes it out of the groups that it is in. @throws RowError */
export async function deleteGroup(tx: Tx, orgId: string, reader: RowReader, id: string): Promise<Done> {
  await checkReference(tx, orgId, 'user_group', reader, 'id', id);
  await sql`
    delete from user_group_source
    where org_id = ${orgId} and (group_id = ${id} or (type = 'groups' and source_id = ${id}))`.execute(tx);
  await sql`delete from user_group where org_id = ${orgId} and id = ${id}`.execute(tx);
  return { id, message: 'User group deleted successfully' };
}

async function insertSources(tx: Tx, orgId: string, groupId: string, sources: GroupSource[]): Promise<void> {
  await tx
    .insertInto('user_group_source')
    .values(sources.map((source) => ({ org_id: orgId, group_id: groupId, ...source })))
    .execute();
}
