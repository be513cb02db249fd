import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { rowError } from '../../crm-dialect/failure.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Context, Module } from '../module.js';
import { rowsOf } from '../storage/expressions.js';
import { putGoneIntoBin } from '../storage/recycle-bin.js';
import { announceRecords, RECORD_DELETED, type Trigger } from './events.js';

const deleted = (id: string): WriteRow => ({
  code: 'SUCCESS',
  details: { id },
  message: 'record deleted',
  status: 'success',
});

/** Moves records to the recycle bin. */
export async function deleteRecords(
  tx: Tx,
  context: Context,
  module: Module,
  ids: string[],
  trigger?: Trigger,
): Promise<WriteRow[]> {
  const { access } = context;
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from record where org_id = ${access.orgId} and id in (
        select id from record
        where org_id = ${access.orgId} and module = ${module.apiName} and id = any(${ids.filter(isId)}::bigint[])
          and ${rowsOf(access, module, 'delete')}
        order by id for update)
      returning *)
    ${putGoneIntoBin(access.userId)}`.execute(tx);
  const gone = new Set(rows.map(({ id }) => id));
  await announceRecords(tx, context, module, RECORD_DELETED, rows, trigger);
  return ids.map((id) =>
    gone.has(id) ? deleted(id) : rowError('INVALID_DATA', 'record not deleted', { id }),
  );
}
