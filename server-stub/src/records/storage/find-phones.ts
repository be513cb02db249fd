import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { findField, type Context, type Module } from '../module.js';
import { allowedIn } from './visibility.js';
import { fieldSql } from './expressions.js';

/** The telephone number of a person's record, the mobile one first; undefined where the module has none. */
function phoneOf(module: Module) {
  const fields = ['Mobile', 'Phone'].flatMap((name) => findField(module, name) ?? []);
  return fields.length > 0 ? sql`coalesce(${sql.join(fields.map((field) => fieldSql(field)))})` : undefined;
}

/** Telephone numbers of those of the leads and contacts that the context may see, by their ids. */
export async function findPhones(db: Db, context: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const modules = ['Leads', 'Contacts'].map((name) => context.modules.find(name));
  const found = new Map<string, string>();
  for (const module of modules) {
    const phone = phoneOf(module);
    if (!phone) continue;
    const { rows } = await sql<{ id: string; phone: string | null }>`
      select id, ${phone} as phone from record
      where org_id = ${context.access.orgId} and id = any(${[...new Set(ids)]}::bigint[])
        and ${allowedIn(context.access, [module])}`.execute(db);
    for (const row of rows) if (row.phone) found.set(row.id, row.phone);
  }
  return found;
}
