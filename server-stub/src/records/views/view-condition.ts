import type { RawBuilder, SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { meetsCriteria } from '../criteria/meets-criteria.js';
import { allOf } from '../criteria/all-of.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { Context, Module } from '../module.js';
import { readViews } from './store.js';
import type { View } from './view.js';

/** @throws CrmFailure INVALID_DATA when the user has no such view */
export async function findView(db: Db, context: Context, module: Module, id: string): Promise<View> {
  const view = (await readViews(db, context, module)).find((each) => each.id === id);
  if (!view)
    throw new CrmFailure(400, 'INVALID_DATA', 'the cvid given seems to be invalid', { param_name: 'cvid' });
  return view;
}

/**
 * Which records a view shows, as a condition over the module's rows; undefined for all.
 * @throws CrmFailure INVALID_QUERY when a field of it is gone
 */
export async function viewCondition(
  db: Db,
  context: Context,
  module: Module,
  { criteria, where }: View,
): Promise<RawBuilder<SqlBool> | undefined> {
  return allOf(criteria && (await meetsCriteria(db, context, module, () => criteria)), where);
}
