import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Access } from '../../identity/index.js';
import type { Module } from '../module.js';
import { fieldSql, tableOf } from './expressions.js';

/** Rows of a module that the user may view, edit or delete. */
export function rowsOf(
  access: Access,
  { apiName, belongsTo }: Pick<Module, 'apiName' | 'belongsTo'>,
  action: 'view' | 'edit' | 'delete' = 'view',
  table = 'record',
): RawBuilder<SqlBool> {
  if (!belongsTo) return access.rows(apiName, sql.ref(`${table}.owner_id`), action) ?? sql<SqlBool>`true`;
  const { field, modules } = belongsTo;
  const among = tablesOf(modules).map(
    (sharing) => sql<SqlBool>`exists (select 1 from ${tableOf(sharing[0], 'parent')}
      where parent.org_id = ${access.orgId} and parent.id = ${fieldSql(field, table)}
      and ${allowedIn(access, sharing, action === 'view' ? 'view' : 'edit', 'parent')})`,
  );
  return sql<SqlBool>`(${sql.join(among, sql` or `)})`;
}

/** Rows of any of these modules, of one table, that the user may view or edit. */
export function allowedIn(
  access: Access,
  modules: Module[],
  action: 'view' | 'edit' = 'view',
  table = 'record',
): RawBuilder<SqlBool> {
  const conditions = modules
    .filter((module) => access.may(module.apiName, neededFor(module, action)))
    .map(
      (module) =>
        sql<SqlBool>`(${sql.ref(`${table}.module`)} = ${module.apiName} and ${rowsOf(access, module, neededFor(module, action), table)})`,
    );
  return conditions.length ? sql<SqlBool>`(${sql.join(conditions, sql` or `)})` : sql<SqlBool>`false`;
}

/** Nobody edits the rows of a module that the API cannot write: who sees one may give it notes and files. */
const neededFor = ({ writable }: Module, action: 'view' | 'edit') => (writable ? action : 'view');

/** The modules by the table that their rows are in. */
export function tablesOf(modules: Module[]): [Module, ...Module[]][] {
  const tables = new Map<Module['rows'], [Module, ...Module[]]>();
  for (const module of modules) {
    const sharing = tables.get(module.rows);
    if (sharing) sharing.push(module);
    else tables.set(module.rows, [module]);
  }
  return [...tables.values()];
}
