import { sql, type RawBuilder } from 'kysely';
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

/** The rows of a module for a `from` or `join`; where they share a table, `module` tells them apart. */
export const tableOf = ({ rows }: Pick<Module, 'rows'>, table = 'record'): RawBuilder<unknown> =>
  sql`${rows?.select ?? sql.ref('record')} as ${sql.ref(table)}`;

/**
 * A field as a typed SQL expression over the rows of its module; indexes are made of the same text, so
 * keys are written out and never bound.
 */
export function fieldSql(field: Field, table = 'record'): RawBuilder<unknown> {
  if ('column' in field.kept) return sql.ref(`${table}.${field.kept.column}`);
  if ('value' in field.kept) return field.kept.value(table);
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
