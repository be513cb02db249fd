import { sql } from 'kysely';
import { findField, type RelatedList } from '../module.js';
import { fieldSql } from '../storage/expressions.js';

/** Records of a module that point to the record by one of these lookup fields. */
export const lookupList = (apiName: string, moduleName: string, lookups: string[]): RelatedList => ({
  apiName,
  module: moduleName,
  async page(db, context, { id }, request) {
    const module = context.modules.find(moduleName);
    const fields = lookups.map((name) => findField(module, name)).filter((field) => field !== undefined);
    const points = fields.map((field) => sql`${fieldSql(field)} = ${id}`);
    const where = sql<boolean>`(${sql.join(points, sql` or `)})`;
    return (await module.source.page(db, context, module, { ...request, where })).records;
  },
});
