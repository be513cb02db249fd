import {
  toSql,
  type Context as Reader,
  type Criteria,
  type SqlColumns,
} from '@crm-elements/contract/criteria';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { findTimeZone, type Access } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';

/** For whom and where criteria are read: days are those of the organization. */
export async function readerOf(db: Db, { orgId, userId }: Access): Promise<Reader> {
  return { timeZone: await findTimeZone(db, orgId), userId, now: new Date() };
}

/**
 * Criteria as a condition of a query.
 * @throws CriteriaError when they do not fit the fields
 */
export function conditionOf(criteria: Criteria, columns: SqlColumns, reader: Reader): RawBuilder<SqlBool> {
  const { strings, values } = toSql(criteria, columns, reader);
  return sql<SqlBool>(strings as unknown as TemplateStringsArray, ...values);
}
