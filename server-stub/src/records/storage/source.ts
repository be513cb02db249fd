import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { PageRequest, RecordSource, SortField } from '../module.js';
import { presentRecords } from './present.js';
import { selectRecords, type StoredRecord } from './select.js';

const sortColumns = { Created_Time: 'created_time', Modified_Time: 'modified_time' } as const;

/** Rows after the last one of the page before, by an index whatever the page. */
function beyond({ after, afterValue, order, sortBy }: PageRequest): RawBuilder<SqlBool> {
  if (after === undefined) return sql`true`;
  const than = sql.raw(order === 'asc' ? '>' : '<');
  if (sortBy === 'id') return sql`record.id ${than} ${after}`;
  return sql`(${sql.ref(`record.${sortColumns[sortBy]}`)}, record.id) ${than} (${afterValue}::timestamptz, ${after}::bigint)`;
}

function ordered(sortBy: SortField, order: 'asc' | 'desc'): RawBuilder<unknown> {
  const direction = sql.raw(order);
  if (sortBy === 'id') return sql`record.id ${direction}`;
  return sql`${sql.ref(`record.${sortColumns[sortBy]}`)} ${direction}, record.id ${direction}`;
}

const sortValue = (row: StoredRecord, sortBy: SortField) =>
  sortBy === 'id' ? row.id : row[sortColumns[sortBy]].toISOString();

/** The modules in the table `record`. */
export const recordSource: RecordSource = {
  async page(db, context, module, request) {
    const { ids, modifiedSince, where, sortBy, order, limit, offset } = request;
    const rows = await selectRecords(
      db,
      context,
      module,
      sql`${beyond(request)}
        and ${ids ? sql`record.id = any(${ids}::bigint[])` : sql`true`}
        and ${modifiedSince ? sql`record.modified_time > ${modifiedSince}` : sql`true`}
        and ${where ?? sql`true`}
        order by ${ordered(sortBy, order)} limit ${limit} offset ${offset}`,
    );
    return {
      records: await presentRecords(db, context, module, rows, request.fields),
      sortValues: rows.map((row) => sortValue(row, sortBy)),
    };
  },
  async get(db, context, module, id, fields) {
    const rows = await selectRecords(db, context, module, sql`record.id = ${id}`);
    return (await presentRecords(db, context, module, rows, fields))[0];
  },
};
