import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { DataType } from '../fields/index.js';
import type { Module } from '../module.js';
import { fieldSql } from '../storage/expressions.js';

const MAX_WORDS = 10;
const NOTHING = sql<SqlBool>`false`;

/** Records that hold all of the words, or words that begin with them; by the index `record_words`. */
function hold(orgId: string, words: string[], prefix = true): RawBuilder<SqlBool> {
  const quoted = words.map((word) => `'${orgId}.${word.replace(/['\\]/g, '$&$&')}'${prefix ? ':*' : ''}`);
  return sql<SqlBool>`record_words(record.org_id, record.data) @@ lower(${quoted.join(' & ')}::text)::tsquery`;
}

const fieldsOf = (module: Module, dataType: DataType) =>
  module.fields.filter((field) => field.dataType === dataType).map((field) => fieldSql(field));

const some = (conditions: RawBuilder<unknown>[]) => sql`(${sql.join(conditions, sql` or `)})`;

/** Rows with tables of their own have no index of words: one is in any of their texts. */
function holdAnywhere(module: Module, words: string[]): RawBuilder<SqlBool> {
  const texts = sql`concat_ws(' ', ${sql.join([...fieldsOf(module, 'text'), ...fieldsOf(module, 'website')])})`;
  return sql`${sql.join(
    words.map((word) => sql`${texts} ilike ${`%${word}%`}`),
    sql` and `,
  )}`;
}

/** Records with every word of a text at the start of one of theirs. */
export function holdsWords(orgId: string, module: Module, text: string): RawBuilder<SqlBool> {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, MAX_WORDS) ?? [];
  if (words.length === 0) return NOTHING;
  return module.rows ? holdAnywhere(module, words) : hold(orgId, words);
}

/** Records with this address in one of their e-mail fields; case does not count. */
export function hasEmail(orgId: string, module: Module, email: string): RawBuilder<SqlBool> {
  const fields = fieldsOf(module, 'email');
  if (fields.length === 0) return NOTHING;
  const equal = fields.map((field) => sql`lower(${field}) = lower(${email}::text)`);
  return sql<SqlBool>`${hold(orgId, [`@${email}`], false)} and ${some(equal)}`;
}

/** Records with a telephone number that begins with these digits, however it is written. */
export function hasPhone(orgId: string, module: Module, phone: string): RawBuilder<SqlBool> {
  const fields = fieldsOf(module, 'phone');
  const digits = phone.replace(/[^0-9]/g, '');
  if (fields.length === 0 || digits === '') return NOTHING;
  const begins = fields.map((field) => sql`regexp_replace(${field}, '[^0-9]', '', 'g') like ${`${digits}%`}`);
  return sql<SqlBool>`${hold(orgId, [`#${digits}`])} and ${some(begins)}`;
}
