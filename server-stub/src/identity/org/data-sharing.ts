import type { Db, Tx } from '../../platform/db/database.js';
import type { RowReader } from '../crm/row-reader.js';
import type { Done } from '../crm/write-rows.js';
import { shareTypes } from '../tables.js';

/** Of each module, who sees its records besides their owners and the roles above. */
export async function readDataSharing(db: Db, orgId: string): Promise<Record<string, unknown>[]> {
  const rows = await db
    .selectFrom('module_sharing')
    .select(['module', 'share_type'])
    .where('org_id', '=', orgId)
    .orderBy('module')
    .execute();
  return rows.map((row) => ({
    module: { api_name: row.module },
    share_type: row.share_type,
    public_in_portals: false,
    rule_computation_running: false,
  }));
}

/** Makes a module private or public. @throws RowError */
export async function updateDataSharing(tx: Tx, orgId: string, reader: RowReader): Promise<Done> {
  const shareType = shareTypes.find((type) => type === reader.row.share_type);
  if (!shareType) throw reader.invalid('share_type', { regex: shareTypes.join('|') });
  const { module } = reader.row;
  const name = (module as { api_name?: unknown } | null | undefined)?.api_name;
  if (typeof name !== 'string') throw reader.missing('module');
  const { numUpdatedRows } = await tx
    .updateTable('module_sharing')
    .set({ share_type: shareType })
    .where('org_id', '=', orgId)
    .where((eb) => eb(eb.fn<string>('lower', ['module']), '=', name.toLowerCase()))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw reader.invalid('module');
  return { id: orgId, message: 'Data sharing updated successfully' };
}
