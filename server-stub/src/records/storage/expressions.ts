import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Access } from '../../identity/index.js';
import { fieldTypes, type Field, type FieldType } from '../fields/index.js';
import type { Module } from '../module.js';

const typed: Record<FieldType['sqlType'], (text: RawBuilder<unknown>) => RawBuilder<unknown>> = {
  text: (text) => text,
  bigint: (text) => sql`(${text})::bigint`,
  numeric: (text) => sql`(${text})::numeric`,
  boolean: (text) => sql`(${text})::boolean`,
  date: (text) => sql`record_date(${text})`,
  timestamptz: (text) => sql`record_time(${text})`,
  jsonb: (text) => text,
};

/**
 * A field as a typed SQL expression over the table `record`; indexes are made of the same text, so
 * keys are written out and never bound.
 */
export function fieldSql(field: Field, table = 'record'): RawBuilder<unknown> {
  if ('column' in field.kept) return sql.ref(`${table}.${field.kept.column}`);
  const { sqlType } = fieldTypes[field.dataType];
  const data = sql.ref(`${table}.data`);
  const key = sql.lit(field.kept.key);
  return typed[sqlType](sqlType === 'jsonb' ? sql`(${data} -> ${key})` : sql`(${data} ->> ${key})`);
}

/** The same, as compared for duplicates and searched: texts without their case. */
export function comparableSql(field: Field, table = 'record'): RawBuilder<unknown> {
  const expression = fieldSql(field, table);
  return fieldTypes[field.dataType].sqlType === 'text' ? sql`lower(${expression})` : expression;
}

/** A stored value as `comparableSql` compares it. */
export function comparableValue({ dataType }: Field, stored: unknown): RawBuilder<unknown> {
  const { sqlType } = fieldTypes[dataType];
  return sqlType === 'text' ? sql`lower(${stored}::text)` : sql`${stored}::${sql.raw(sqlType)}`;
}

/** Rows of a module that the user may view, edit or delete. */
export const rowsOf = (
  access: Access,
  module: string,
  action: 'view' | 'edit' | 'delete' = 'view',
  table = 'record',
): RawBuilder<SqlBool> => access.rows(module, sql.ref(`${table}.owner_id`), action) ?? sql<SqlBool>`true`;

/** Rows of any of these modules that the user may view. */
export function visibleIn(access: Access, modules: Module[], table = 'record'): RawBuilder<SqlBool> {
  const conditions = modules
    .filter(({ apiName }) => access.may(apiName, 'view'))
    .map(
      ({ apiName }) =>
        sql<SqlBool>`(${sql.ref(`${table}.module`)} = ${apiName} and ${rowsOf(access, apiName, 'view', table)})`,
    );
  return conditions.length ? sql<SqlBool>`(${sql.join(conditions, sql` or `)})` : sql<SqlBool>`false`;
}
