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

/** Rows of a module that the user may view, edit or delete. */
export function rowsOf(
  access: Access,
  { apiName, belongsTo }: Pick<Module, 'apiName' | 'belongsTo'>,
  action: 'view' | 'edit' | 'delete' = 'view',
  table = 'record',
): RawBuilder<SqlBool> {
  if (!belongsTo) return access.rows(apiName, sql.ref(`${table}.owner_id`), action) ?? sql<SqlBool>`true`;
  const { field, modules } = belongsTo;
  return sql<SqlBool>`exists (select 1 from record as parent where parent.org_id = ${access.orgId}
    and parent.id = ${fieldSql(field, table)}
    and ${allowedIn(access, modules, action === 'view' ? 'view' : 'edit', 'parent')})`;
}

/** Rows of any of these modules that the user may view or edit. */
export function allowedIn(
  access: Access,
  modules: Module[],
  action: 'view' | 'edit' = 'view',
  table = 'record',
): RawBuilder<SqlBool> {
  const conditions = modules
    .filter(({ apiName }) => access.may(apiName, action))
    .map(
      (module) =>
        sql<SqlBool>`(${sql.ref(`${table}.module`)} = ${module.apiName} and ${rowsOf(access, module, action, table)})`,
    );
  return conditions.length ? sql<SqlBool>`(${sql.join(conditions, sql` or `)})` : sql<SqlBool>`false`;
}
