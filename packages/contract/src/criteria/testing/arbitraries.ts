import fc from 'fast-check';
import { hasOperator } from '../field-types.js';
import {
  comparison,
  group,
  kindOf,
  operators,
  type Comparison,
  type Criteria,
  type Kind,
  type RecordValues,
} from '../index.js';
import { ADA, BOB, fieldTypes } from './records.js';

const text = fc.oneof(
  fc.constantFrom(
    'Acme',
    'ACME',
    'émile',
    'ÉMILE',
    'a',
    '%',
    '_',
    '\\',
    "'",
    '"',
    '$1',
    '--',
    '(',
    ')',
    ',',
    ' ',
  ),
  fc.string({
    minLength: 1,
    maxLength: 6,
    unit: fc.constantFrom(...Array.from('aAbB éÉßıİΣ%_\\\'"(),:;$1٣😀')),
  }),
);
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
);
const day = fc
  .integer({ min: 0, max: 3 })
  .map((days) => new Date(Date.UTC(2026, 2, 28 + days)).toISOString().slice(0, 10));
/** Around the change to summer time, in whole half hours, so that values meet. */
const instant = fc
  .integer({ min: 0, max: 144 })
  .map(
    (halves) => `${new Date(Date.UTC(2026, 2, 28) + halves * 1_800_000).toISOString().slice(0, 19)}+00:00`,
  );
const id = fc.constantFrom(ADA, BOB, '487000000000000101');
const serial = fc.oneof(
  fc.bigInt({ min: -2n, max: 2n }),
  fc.constantFrom(9_223_372_036_854_775_807n, 9_007_199_254_740_993n, 9_007_199_254_740_992n),
);
const reference = fc.record({ id, name: text });

/** What a record holds in a field. */
const held: Record<Kind, fc.Arbitrary<unknown>> = {
  text: fc.oneof(text, fc.constant('')),
  options: fc.array(text, { maxLength: 3 }),
  number,
  bigint: serial.map(String),
  boolean: fc.boolean(),
  date: day,
  datetime: instant,
  reference,
};

/** What criteria compare a field with. */
const asked: Record<Kind, fc.Arbitrary<string>> = {
  text: text.map((value) => value.trim() || 'x'),
  options: text.map((value) => value.trim() || 'x'),
  number: number.map(String),
  bigint: serial.map(String),
  boolean: fc.constantFrom('true', 'false'),
  date: fc.oneof(day, fc.constantFrom('${TODAY}', '${TOMORROW}')),
  datetime: fc.oneof(
    day,
    instant,
    instant.map((value) => value.slice(0, 19)),
    fc.constant('${YESTERDAY}'),
  ),
  reference: fc.oneof(
    id,
    text.map((value) => value.trim() || 'x'),
    fc.constant('${CURRENTUSER}'),
  ),
};

const sizes: Record<string, [least: number, most: number]> = {
  in: [1, 3],
  not_in: [1, 3],
  between: [2, 2],
  not_between: [2, 2],
  is_empty: [0, 0],
  is_not_empty: [0, 0],
};

const arbitraryComparison: fc.Arbitrary<Comparison> = fc
  .constantFrom(...Object.entries(fieldTypes))
  .chain(([field, type]) => {
    const fitting = operators.filter((operator) => hasOperator(type, operator));
    return fc.constantFrom(...fitting).chain((operator) => {
      const [minLength, maxLength] = sizes[operator] ?? [1, 1];
      return fc
        .array(asked[kindOf(type)], { minLength, maxLength })
        .map((values) => comparison(field, operator, values, {}));
    });
  });

const pair = (member: fc.Arbitrary<Criteria>) =>
  fc
    .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(member, { minLength: 2, maxLength: 3 }))
    .map(([operator, members]) => group(operator, members));

/** Criteria that fit the types, of at most nine comparisons. */
export const arbitraryCriteria: fc.Arbitrary<Criteria> = fc.oneof(
  arbitraryComparison,
  pair(arbitraryComparison),
  pair(fc.oneof(arbitraryComparison, pair(arbitraryComparison))),
);

export const arbitraryRecord: fc.Arbitrary<RecordValues> = fc.record(
  Object.fromEntries(
    Object.entries(fieldTypes).map(([field, type]) => [field, fc.option(held[kindOf(type)], { freq: 4 })]),
  ),
);
