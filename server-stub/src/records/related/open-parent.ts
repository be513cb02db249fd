import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import type { ModuleContext } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { isAnnotated } from '../module.js';
import { selectRecords } from '../storage/select.js';

/** There is no such record, or none that the user may see. */
export const noSuchRecord = () =>
  new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 1 });

/**
 * Makes sure that the user may give the record notes, files and links, and that it stays until the transaction ends.
 * @throws CrmFailure INVALID_DATA, NO_PERMISSION, NOT_SUPPORTED
 */
export async function holdParent(tx: Tx, context: ModuleContext, id: string): Promise<void> {
  const { module } = context;
  if (!module.writable && !isAnnotated(module))
    throw new CrmFailure(400, 'NOT_SUPPORTED', 'records of this module cannot be written by the API', {
      module: module.apiName,
    });
  const [row] = await selectRecords(tx, context, module, sql`record.id = ${id} for key share of record`);
  if (!row) throw noSuchRecord();
  if (module.writable && !row.editable)
    throw new CrmFailure(403, 'NO_PERMISSION', 'permission denied', {
      permissions: [`Crm_Implied_Edit_${module.apiName}`],
    });
}
