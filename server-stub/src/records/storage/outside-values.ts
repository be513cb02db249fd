import { sql } from 'kysely';
import { kindOf } from '@crm-elements/contract/criteria';
import type { Db } from '../../platform/db/database.js';
import type { Field } from '../fields/index.js';
import { fieldSql } from './expressions.js';

/** What other domains keep of records, by the records' ids; what is empty is left out. */
export type OutsideValues = Map<string, Map<Field, unknown>>;

/** Reads, in one query, those of the fields that are not kept in the record itself. */
export async function readOutsideValues(
  db: Db,
  orgId: string,
  records: { id: string }[],
  fields: Field[],
): Promise<OutsideValues> {
  const outside = fields.filter(({ kept }) => 'value' in kept);
  if (outside.length === 0 || records.length === 0) return new Map();
  const { rows } = await sql<Record<string, unknown> & { id: string }>`
    select record.id, ${sql.join(outside.map((field, index) => sql`${fieldSql(field)} as ${sql.ref(`c${index}`)}`))}
    from record where record.org_id = ${orgId} and record.id = any(${records.map(({ id }) => id)}::bigint[])`.execute(
    db,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      new Map(
        outside.flatMap((field, index): [Field, unknown][] => {
          const value = row[`c${index}`] ?? null;
          if (value === null) return [];
          // The driver gives long numbers as text.
          return [[field, kindOf(field.dataType) === 'number' ? Number(value) : value]];
        }),
      ),
    ]),
  );
}
