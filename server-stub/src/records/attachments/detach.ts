import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { discardFile } from '../files/discard.js';

/** Takes files away from a record. @returns the ids of those that were there */
export async function detach(
  tx: Tx,
  orgId: string,
  parentId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string; file_key: string }>`
    delete from attachment where org_id = ${orgId} and parent_id = ${parentId} and id = any(${ids}::bigint[])
    returning id, file_key`.execute(tx);
  await discardFile(tx, orgId, ...rows.map((row) => row.file_key));
  return new Set(rows.map((row) => row.id));
}
