import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { fieldTypes } from '../fields/index.js';
import { findField, type Module, type PageRequest, type RecordSource } from '../module.js';
import { fieldSql } from './expressions.js';
import { presentRecords, storedValue } from './present.js';
import { selectRecords, type StoredRecord } from './select.js';

const ID = sql.ref('record.id');

const sortField = (module: Module, { sortBy }: Pick<PageRequest, 'sortBy'>) =>
  sortBy === 'id' ? undefined : findField(module, sortBy);

/** Rows after the last one of the page before, by an index whatever the page. */
function beyond(module: Module, request: PageRequest): RawBuilder<SqlBool> {
  const { after, afterValue, order } = request;
  if (after === undefined) return sql`true`;
  const than = sql.raw(order === 'asc' ? '>' : '<');
  const field = sortField(module, request);
  if (!field) return sql`${ID} ${than} ${after}`;
  const type = sql.raw(fieldTypes[field.dataType].sqlType);
  return sql`(${fieldSql(field)}, ${ID}) ${than} (${afterValue}::${type}, ${after}::bigint)`;
}

function ordered(module: Module, request: PageRequest): RawBuilder<unknown> {
  const direction = sql.raw(request.order);
  const field = sortField(module, request);
  return field ? sql`${fieldSql(field)} ${direction}, ${ID} ${direction}` : sql`${ID} ${direction}`;
}

function sortValue(row: StoredRecord, module: Module, request: PageRequest): string {
  const field = sortField(module, request);
  const value = field ? storedValue(row, field) : row.id;
  return value instanceof Date ? value.toISOString() : String(value);
}

function ofPortal({ rows }: Module, { portalId }: PageRequest): RawBuilder<SqlBool> {
  if (portalId === undefined || rows?.portalColumn === undefined) return sql`true`;
  return sql`${sql.ref(`record.${rows.portalColumn}`)} = ${portalId}`;
}

/** The modules whose rows are in the table `record`, or in tables of their own with the same columns. */
export const recordSource: RecordSource = {
  async page(db, context, module, request) {
    const { ids, modifiedSince, where, limit, offset } = request;
    const rows = await selectRecords(
      db,
      context,
      module,
      sql`${beyond(module, request)}
        and ${ids ? sql`record.id = any(${ids}::bigint[])` : sql`true`}
        and ${modifiedSince ? sql`record.modified_time > ${modifiedSince}` : sql`true`}
        and ${ofPortal(module, request)} and ${where ?? sql`true`}
        order by ${ordered(module, request)} limit ${limit} offset ${offset}`,
    );
    return {
      records: await presentRecords(db, context, module, rows, request.fields),
      sortValues: rows.map((row) => sortValue(row, module, request)),
    };
  },
  async get(db, context, module, id, fields) {
    const rows = await selectRecords(db, context, module, sql`record.id = ${id}`);
    return (await presentRecords(db, context, module, rows, fields))[0];
  },
};
