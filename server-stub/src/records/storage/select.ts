import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import type { Context, Module } from '../module.js';
import { tableOf } from './expressions.js';
import { rowsOf } from './visibility.js';

/** A row of the table `record`, or of a module's own with the same columns and more. */
export interface StoredRecord {
  id: string;
  owner_id: string;
  created_by: string;
  modified_by: string;
  created_time: Date;
  modified_time: Date;
  name: string;
  converted: boolean;
  data: Record<string, unknown>;
  /** Whether the user may edit this row. */
  editable: boolean;
}

/**
 * Reads the rows of a module that the user may see.
 * @param rest a further condition, then order, limit or lock
 */
export async function selectRecords(
  db: Db,
  { access }: Context,
  module: Module,
  rest: RawBuilder<unknown>,
  action: 'view' | 'edit' | 'delete' = 'view',
): Promise<StoredRecord[]> {
  const { rows } = await sql<StoredRecord>`
    select record.*, ${access.may(module.apiName, 'edit')} and ${rowsOf(access, module, 'edit')} as editable
    from ${tableOf(module)}
    where record.org_id = ${access.orgId} and record.module = ${module.apiName}
      and ${rowsOf(access, module, action)} and ${rest}`.execute(db);
  return rows;
}

/** How many rows of a module the user may see. @param where a further condition */
export async function countRecords(
  db: Db,
  { access }: Context,
  module: Module,
  where: RawBuilder<SqlBool> = sql`true`,
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from ${tableOf(module)} where record.org_id = ${access.orgId} and record.module = ${module.apiName}
      and ${rowsOf(access, module)} and ${where}`.execute(db);
  return Number(rows[0]?.count);
}
