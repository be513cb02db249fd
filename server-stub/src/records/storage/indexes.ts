import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import type { Field } from '../fields/index.js';
import { comparableSql } from './expressions.js';

const indexName = (field: Field, unique: boolean) => sql.id(`record_f${field.id}${unique ? '_unique' : ''}`);

/**
 * Makes the index of a custom field beside running writes: over its expression, for the rows of its module and
 * organization alone. Not to be called within a transaction.
 * @throws a database error 23505 when values that should be unique are not
 */
export async function createFieldIndex(db: Db, orgId: string, module: string, field: Field): Promise<void> {
  const unique = field.unique === true;
  const name = indexName(field, unique);
  try {
    await sql`
      create ${sql.raw(unique ? 'unique' : '')} index concurrently ${name} on record ((${comparableSql(field)}))
      where org_id = ${sql.raw(BigInt(orgId).toString())} and module = ${sql.lit(module)}`.execute(db);
  } catch (error) {
    await sql`drop index concurrently if exists ${name}`.execute(db);
    throw error;
  }
}

/** Removes what `createFieldIndex` made. @param but the field as it is now, whose index stays */
export async function dropFieldIndex(db: Db, field: Field, but?: Field): Promise<void> {
  for (const unique of [true, false])
    if (!but || (but.unique === true) !== unique)
      await sql`drop index concurrently if exists ${indexName(field, unique)}`.execute(db);
}
