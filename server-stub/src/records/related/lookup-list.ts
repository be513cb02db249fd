import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { findField, type Context, type Page, type PageRequest, type RelatedList } from '../module.js';
import { fieldSql } from '../storage/expressions.js';

/** Records of a module that point to a record by one of these lookup fields. */
export function recordsPointingTo(
  db: Db,
  context: Context,
  id: string,
  moduleName: string,
  lookups: string[],
  request: PageRequest,
): Promise<Page> {
  const module = context.modules.find(moduleName);
  const fields = lookups.map((name) => findField(module, name)).filter((field) => field !== undefined);
  const points = fields.map((field) => sql`${fieldSql(field)} = ${id}`);
  const where = sql<boolean>`(${sql.join(points, sql` or `)})`;
  return module.source.page(db, context, module, { ...request, where });
}

/** They as a related list. */
export const lookupList = (apiName: string, moduleName: string, lookups: string[]): RelatedList => ({
  apiName,
  module: moduleName,
  page: async (db, context, { id }, request) =>
    (await recordsPointingTo(db, context, id, moduleName, lookups, request)).records,
});
