import type { CrmRecord } from '@crm-elements/contract';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import type { Context, Module } from '../module.js';
import { comparableSql } from '../storage/expressions.js';
import { presentRecords } from '../storage/present.js';
import { selectRecords } from '../storage/select.js';
import { fromVisible } from './from-visible.js';
import type { Paths, Place } from './paths.js';
import type { Query, Sort } from './query.js';

type Row = Record<string, string | null>;
type Presented = Map<string, CrmRecord>;

/** Rows of a query without aggregates; one more than its limit, if there are more. */
export async function selectPlain(
  db: Db,
  context: Context,
  module: Module,
  query: Query,
  paths: Paths,
  where: RawBuilder<SqlBool>,
): Promise<Record<string, unknown>[]> {
  const places = query.columns.map(({ key, path }) => ({ key, place: paths.find(path) }));
  const order = query.sorts.map((sort) => orderBy(sort, query, paths));
  const ids = paths.sources().map(({ table }) => sql`${sql.ref(`${table}.id`)} as ${sql.ref(table)}`);
  const { rows } = await sql<Row>`
    select ${sql.join(ids)} ${fromVisible(context, module, paths, where)}
    order by ${sql.join([...order, sql`record.id`])} limit ${query.limit + 1} offset ${query.offset}`.execute(
    db,
  );
  const presented = new Map<string, Presented>();
  for (const { table, module: source } of paths.sources()) {
    const names = places.filter(({ place }) => place.table === table).map(({ place }) => place.field.apiName);
    presented.set(
      table,
      await present(
        db,
        context,
        source,
        rows.map((row) => row[table]),
        names,
      ),
    );
  }
  return rows.map((row) => ({
    ...Object.fromEntries(
      places.map(({ key, place }) => [
        key,
        valueAt(place, presented.get(place.table)?.get(row[place.table] ?? '')),
      ]),
    ),
    id: row.record,
  }));
}

function orderBy({ by, order }: Sort, { columns }: Query, paths: Paths): RawBuilder<unknown> {
  const path = columns.find(({ key }) => key === by)?.path ?? by;
  const { field, table } = paths.find(path);
  return sql`${comparableSql(field, table)} ${sql.raw(order)}`;
}

async function present(
  db: Db,
  context: Context,
  module: Module,
  ids: (string | null | undefined)[],
  names: string[],
): Promise<Presented> {
  const known = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (known.length === 0 || names.length === 0) return new Map();
  const rows = await selectRecords(db, context, module, sql`record.id = any(${known}::bigint[])`);
  const records = await presentRecords(db, context, module, rows, names);
  return new Map(records.map((record) => [record.id, record]));
}

function valueAt({ field, part }: Place, record: CrmRecord | undefined): unknown {
  const value = record?.[field.apiName] ?? null;
  if (part === undefined || value === null) return value;
  return (value as { id: string; name: string })[part];
}
