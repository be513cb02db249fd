import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/database.js';
import type { CustomField, CustomModule } from './build.js';

/** Name of the notification that tells all nodes of a change of modules or fields. */
export const METADATA_CHANNEL = 'record_metadata';

export async function readCustomModules(db: Db, orgId: string): Promise<CustomModule[]> {
  const rows = await db
    .selectFrom('custom_module')
    .select(['id', 'api_name', 'singular', 'plural', 'name_field'])
    .where('org_id', '=', orgId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    apiName: row.api_name,
    singular: row.singular,
    plural: row.plural,
    nameField: row.name_field,
  }));
}

export async function readCustomFields(db: Db, orgId: string): Promise<CustomField[]> {
  const rows = await db
    .selectFrom('custom_field')
    .select(['id', 'module', 'spec'])
    .where('org_id', '=', orgId)
    .orderBy('id')
    .execute();
  return rows;
}

/** Wakes the caches of all nodes, when the transaction commits. */
export async function announceMetadata(tx: Tx): Promise<void> {
  await sql`select pg_notify(${METADATA_CHANNEL}, '')`.execute(tx);
}
