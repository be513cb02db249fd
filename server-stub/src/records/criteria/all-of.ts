import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** A condition that asks for all of these; undefined when there is none. */
export function allOf(...conditions: (RawBuilder<SqlBool> | undefined)[]): RawBuilder<SqlBool> | undefined {
  const all = conditions.filter((condition) => condition !== undefined);
  return all.length ? sql`${sql.join(all, sql` and `)}` : undefined;
}
