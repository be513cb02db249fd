import type { WriteRow } from '@crm-elements/contract';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { findUsers } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { rowError } from '../../crm-dialect/failure.js';
import type { Field } from '../fields/index.js';
import type { Context, Module } from '../module.js';
import { comparableSql, comparableValue } from '../storage/expressions.js';
import { place, type Draft } from './draft.js';

export const uniqueFields = (module: Module): Field[] => module.fields.filter(({ unique }) => unique);

interface Found {
  id: string;
  owner_id: string;
  value: string;
}

/**
 * Records of the module by values of a field, oldest first.
 * @param visible which rows count; all when absent: a value is taken, whoever may see the record
 */
export async function findByValues(
  tx: Tx,
  orgId: string,
  module: Module,
  field: Field,
  values: unknown[],
  visible: RawBuilder<SqlBool> = sql`true`,
): Promise<Found[]> {
  const given = sql.join(values.map((value) => comparableValue(field, value)));
  const { rows } = await sql<Found>`
    select id, owner_id, (${comparableSql(field)})::text as value from record
    where org_id = ${orgId} and module = ${sql.lit(module.apiName)} and ${comparableSql(field)} in (${given}) and ${visible}
    order by id`.execute(tx);
  return rows;
}

/** What to answer for a row that the database refused because a unique value of it is taken. */
export async function duplicateRow(
  tx: Tx,
  context: Context,
  module: Module,
  draft: Draft,
): Promise<WriteRow> {
  const { orgId } = context.access;
  for (const field of uniqueFields(module)) {
    const value = draft.values.get(field);
    if (value === undefined || value === null) continue;
    const found = (await findByValues(tx, orgId, module, field, [value])).find(
      ({ id }) => id !== draft.row.id,
    );
    if (!found) continue;
    const owner = (await findUsers(tx, orgId, [found.owner_id])).get(found.owner_id);
    return rowError('DUPLICATE_DATA', 'duplicate data', {
      ...place(field, draft.index),
      duplicate_record: {
        id: found.id,
        Owner: owner ? { name: owner.name, id: owner.id } : null,
        module: { api_name: module.apiName, id: module.id },
      },
    });
  }
  return rowError('DUPLICATE_DATA', 'duplicate data', { json_path: `$.data[${draft.index}]` });
}
