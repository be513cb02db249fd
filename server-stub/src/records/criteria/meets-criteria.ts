import type { Criteria, FieldTypes } from '@crm-elements/contract/criteria';
import type { RawBuilder, SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import type { Context, Module } from '../module.js';
import { columnsOf } from './columns.js';
import { conditionOf, readerOf } from './condition.js';
import { toFailure } from './failure.js';

/**
 * Criteria over the fields of a module, as a condition over the table `record`.
 * @param read gives the criteria; what it throws is answered in Zoho's words
 * @throws CrmFailure INVALID_QUERY, LIMIT_REACHED
 */
export async function meetsCriteria(
  db: Db,
  context: Context,
  module: Module,
  read: (types: FieldTypes) => Criteria,
): Promise<RawBuilder<SqlBool>> {
  const columns = columnsOf(context, module);
  try {
    const criteria = read((field) => columns(field)?.type);
    return conditionOf(criteria, columns, await readerOf(db, context.access));
  } catch (error) {
    throw toFailure(error);
  }
}
