import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { ANY_MODULE, type Field } from '../fields/index.js';
import { isAnnotated, isQueryable, type Context, type Module } from '../module.js';
import { tableOf } from './expressions.js';
import { allowedIn, tablesOf } from './visibility.js';

export interface Reference {
  id: string;
  name: string;
  module: string;
}

/** Modules that a lookup may point into. */
export const targetsOf = ({ modules }: Context, { lookup }: Field): Module[] =>
  modules.all.filter((module) =>
    lookup === ANY_MODULE ? isAnnotated(module) : isQueryable(module) && lookup === module.apiName,
  );

/** Those of the records with these ids that the user may see or edit, by id. */
export async function findReferences(
  db: Db,
  context: Context,
  modules: Module[],
  ids: string[],
  action: 'view' | 'edit' = 'view',
): Promise<Map<string, Reference>> {
  if (ids.length === 0 || modules.length === 0) return new Map();
  const selects = tablesOf(modules).map(
    (sharing) => sql`
      select record.id, record.name, record.module from ${tableOf(sharing[0])}
      where record.org_id = ${context.access.orgId} and record.id = any(${[...new Set(ids)]}::bigint[])
        and ${allowedIn(context.access, sharing, action)}`,
  );
  const { rows } = await sql<Reference>`${sql.join(selects, sql` union all `)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Names of records by their ids, for other domains. */
export async function findRecordNames(db: Db, orgId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('record')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
