import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { ANY_MODULE, type Field } from '../fields/index.js';
import type { Context, Module } from '../module.js';
import { allowedIn } from './expressions.js';

export interface Reference {
  id: string;
  name: string;
  module: string;
}

/** Modules that a lookup may point into. */
export const targetsOf = ({ modules }: Context, { lookup }: Field): Module[] =>
  modules.all.filter(({ apiName, writable, belongsTo }) =>
    lookup === ANY_MODULE ? writable && !belongsTo : writable && lookup === apiName,
  );

/** Those of the records with these ids that the user may see or edit, by id. */
export async function findReferences(
  db: Db,
  context: Context,
  modules: Module[],
  ids: string[],
  action: 'view' | 'edit' = 'view',
): Promise<Map<string, Reference>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Reference>`
    select id, name, module from record
    where org_id = ${context.access.orgId} and id = any(${[...new Set(ids)]}::bigint[])
      and ${allowedIn(context.access, modules, action)}`.execute(db);
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
