import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { rowError } from '../../crm-dialect/failure.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Context, Module } from '../module.js';
import { putGoneIntoBin } from '../storage/recycle-bin.js';
import { selectRecords } from '../storage/select.js';
import { rowsOf } from '../storage/visibility.js';
import { announceRecords, RECORD_DELETED, type Trigger } from './events.js';

interface Gone {
  id: string;
}

const deleted = (id: string): WriteRow => ({
  code: 'SUCCESS',
  details: { id },
  message: 'record deleted',
  status: 'success',
});

/** Removes records: to the recycle bin, where their module has one. */
export async function deleteRecords(
  tx: Tx,
  context: Context,
  module: Module,
  ids: string[],
  trigger?: Trigger,
): Promise<WriteRow[]> {
  const rows = await (module.rows ? removeOwn : moveToBin)(tx, context, module, ids.filter(isId));
  const gone = new Set(rows.map(({ id }) => id));
  await announceRecords(tx, context, module, RECORD_DELETED, rows, trigger);
  return ids.map((id) =>
    gone.has(id) ? deleted(id) : rowError('INVALID_DATA', 'record not deleted', { id }),
  );
}

async function moveToBin(tx: Tx, { access }: Context, module: Module, ids: string[]): Promise<Gone[]> {
  const { rows } = await sql<Gone>`
    with gone as (
      delete from record where org_id = ${access.orgId} and id in (
        select id from record
        where org_id = ${access.orgId} and module = ${module.apiName} and id = any(${ids}::bigint[])
          and ${rowsOf(access, module, 'delete')}
        order by id for update)
      returning *)
    ${putGoneIntoBin(access.userId)}`.execute(tx);
  return rows;
}

/** Rows of a module with tables of its own; those have no recycle bin. */
async function removeOwn(tx: Tx, context: Context, module: Module, ids: string[]): Promise<Gone[]> {
  const chosen = sql`record.id = any(${ids}::bigint[]) order by record.id for update of record`;
  const rows = await selectRecords(tx, context, module, chosen, 'delete');
  await module.rows?.remove?.(
    tx,
    context.access.orgId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }) => ({ id }));
}
