import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import type { Access } from '../access.js';
import { checkNoCircle, checkReference } from '../crm/references.js';
import type { RowReader } from '../crm/row-reader.js';
import { checkUniqueName } from '../crm/unique-name.js';
import type { Done } from '../crm/write-rows.js';

const MAX = { name: 200, description: 250 };

function readRole(reader: RowReader, creating: boolean) {
  return {
    name: reader.needed('name', MAX.name, creating),
    description: reader.text('description', MAX.description),
    reporting_to: reader.neededReference('reporting_to', creating),
    share_with_peers: reader.boolean('share_with_peers'),
  };
}

/** Adds a role under another one: there is one at the top. @throws RowError */
export async function createRole(tx: Tx, { orgId, userId }: Access, reader: RowReader): Promise<Done> {
  const role = readRole(reader, true);
  await checkUniqueName(tx, orgId, 'role', reader, role.name);
  await checkReference(tx, orgId, 'role', reader, 'reporting_to', role.reporting_to);
  const id = nextId();
  await sql`
    insert into role (org_id, id, name, description, reporting_to, share_with_peers, created_by, modified_by)
    values (${orgId}, ${id}, ${role.name}, ${role.description ?? null}, ${role.reporting_to},
      ${role.share_with_peers ?? false}, ${userId}, ${userId})`.execute(tx);
  return { id, message: 'Role added' };
}

/** @throws RowError */
export async function updateRole(
  tx: Tx,
  { orgId, userId }: Access,
  reader: RowReader,
  id: string,
): Promise<Done> {
  await checkReference(tx, orgId, 'role', reader, 'id', id);
  const role = readRole(reader, false);
  await checkUniqueName(tx, orgId, 'role', reader, role.name, id);
  if (role.reporting_to !== undefined) {
    await checkReference(tx, orgId, 'role', reader, 'reporting_to', role.reporting_to);
    await checkNoCircle(tx, orgId, 'role', reader, 'reporting_to', id, role.reporting_to);
  }
  const values = Object.entries(role).filter(([, value]) => value !== undefined);
  await tx
    .updateTable('role')
    .set({ ...Object.fromEntries(values), modified_by: userId, modified_time: new Date() })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute();
  return { id, message: 'Role updated' };
}
