import {
  evaluate,
  fragment,
  kindOf,
  parseCriteria,
  rawSql,
  toQuery,
  toSql,
  type FieldType,
  type SqlColumns,
} from '@crm-elements/contract/criteria';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arbitraryCriteria,
  arbitraryRecord,
} from '../../packages/contract/src/criteria/testing/arbitraries.js';
import { cases, context } from '../../packages/contract/src/criteria/testing/cases.js';
import { fieldTypes, records, typeOf } from '../../packages/contract/src/criteria/testing/records.js';
import { createTestDatabase, type TestDatabase } from '../../server-stub/src/testing/test-database.js';

const expressions: Record<string, (field: string) => string> = {
  text: (field) => `data->>'${field}'`,
  options: (field) => `data->'${field}'`,
  number: (field) => `(data->>'${field}')::numeric`,
  bigint: (field) => `(data->>'${field}')::bigint`,
  boolean: (field) => `(data->>'${field}')::boolean`,
  date: (field) => `(data->>'${field}')::date`,
  datetime: (field) => `(data->>'${field}')::timestamptz`,
  reference: (field) => `(data->'${field}'->>'id')::bigint`,
};

const columns: SqlColumns = (field) => {
  const type: FieldType | undefined = Object.hasOwn(fieldTypes, field) ? fieldTypes[field] : undefined;
  if (!type) return undefined;
  const sql = fragment`(${rawSql(expressions[kindOf(type)]!(field))})`;
  return kindOf(type) === 'reference'
    ? { type, sql, name: rawSql(`(data->'${field}'->>'name')`) }
    : { type, sql };
};

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  const migrate = async (connectionString: string) => {
    const setup = new pg.Client({ connectionString });
    await setup.connect();
    await setup.query('create table held (letter text, data jsonb)');
    await setup.end();
  };
  database = await createTestDatabase(migrate, 'criteria');
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  for (const [letter, data] of Object.entries(records))
    await client.query('insert into held values ($1, $2)', [letter, JSON.stringify(data)]);
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('criteria as SQL', () => {
  it.each(cases)('%s finds %s', async (text, letters) => {
    const { text: where, values } = toQuery(toSql(parseCriteria(text), columns, context));
    const { rows } = await client.query<{ letter: string }>(
      `select letter from held where ${where} order by letter`,
      values,
    );
    expect(rows.map(({ letter }) => letter).join('')).toBe(letters);
  });

  it('finds what evaluate finds, for any criteria and records', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryCriteria,
        fc.array(arbitraryRecord, { minLength: 1, maxLength: 8 }),
        async (criteria, some) => {
          const { text: where, values } = toQuery(toSql(criteria, columns, context), 2);
          const { rows } = await client.query<{ place: string }>(
            `select place from jsonb_array_elements($1) with ordinality given (data, place) where ${where} order by place`,
            [JSON.stringify(some), ...values],
          );
          const held = some.flatMap((record, index) =>
            evaluate(criteria, record, typeOf, context) ? [String(index + 1)] : [],
          );
          expect(rows.map(({ place }) => place)).toEqual(held);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never puts a value into the text', () => {
    fc.assert(
      fc.property(arbitraryCriteria, (criteria) => {
        const { text, values } = toQuery(toSql(criteria, columns, context));
        const known = text
          .replaceAll(/\(data->>?'\w+'(?:->>'\w+')?\)(?:::\w+)?/g, '')
          .replaceAll(/\$\d+|'(?:array|\[\])'|''/g, '');
        expect(known).not.toMatch(/['"\\%]/);
        expect(new Set(text.match(/\$\d+/g)).size).toBe(values.length);
      }),
    );
  });
});
