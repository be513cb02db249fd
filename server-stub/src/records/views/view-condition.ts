import type { RawBuilder, SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { meetsCriteria } from '../criteria/meets-criteria.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { Context, Module } from '../module.js';
import { readViews } from './store.js';

/**
 * Which records a view shows, as a condition over the table `record`; undefined for all.
 * @throws CrmFailure INVALID_DATA when the user has no such view, INVALID_QUERY when a field of it is gone
 */
export async function viewCondition(
  db: Db,
  context: Context,
  module: Module,
  id: string,
): Promise<RawBuilder<SqlBool> | undefined> {
  const view = (await readViews(db, context, module)).find((each) => each.id === id);
  if (!view)
    throw new CrmFailure(400, 'INVALID_DATA', 'the cvid given seems to be invalid', { param_name: 'cvid' });
  const { criteria } = view;
  return criteria && meetsCriteria(db, context, module, () => criteria);
}
