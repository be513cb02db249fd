import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { RowError, type RowReader } from './row-reader.js';

/**
 * Names differ within an organization, whatever their case.
 * @param id of the row that may have the name already
 * @throws RowError DUPLICATE_DATA
 */
export async function checkUniqueName(
  tx: Tx,
  orgId: string,
  table: 'role' | 'profile' | 'user_group' | 'territory',
  reader: RowReader,
  name: string | undefined,
  id?: string,
): Promise<void> {
  if (name === undefined) return;
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where org_id = ${orgId} and lower(name) = lower(${name}) and id is distinct from ${id ?? null}::bigint`.execute(
    tx,
  );
  if (rows[0])
    throw new RowError('DUPLICATE_DATA', 'duplicate data', { ...reader.at('name'), id: rows[0].id });
}
