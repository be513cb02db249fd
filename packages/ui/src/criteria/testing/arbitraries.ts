import {
  comparison,
  group,
  hasOperator,
  kindOf,
  operators,
  type Criteria,
  type FieldType,
  type Kind,
} from '@crm-elements/contract/criteria';
import fc from 'fast-check';

export const fieldTypes: Readonly<Record<string, FieldType>> = {
  Name: 'text',
  Stage: 'picklist',
  Colors: 'multiselectpicklist',
  Amount: 'currency',
  Serial: 'bigint',
  Active: 'boolean',
  Closing: 'date',
  Seen: 'datetime',
  Account: 'lookup',
  Owner: 'ownerlookup',
};

const text = fc
  .string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...Array.from('aB éß%\\\'"(),:;$1😀')) })
  .map((value) => value.trim() || 'x');
const day = fc.constantFrom('2026-03-29', '${TODAY}', '${TOMORROW}');
const id = fc.constantFrom('487000000000000001', '${CURRENTUSER}');

/** What criteria compare a field with. */
const asked: Record<Kind, fc.Arbitrary<string>> = {
  text,
  options: text,
  number: fc.integer({ min: -9, max: 9 }).map(String),
  bigint: fc.constantFrom('1', '9007199254740993'),
  boolean: fc.constantFrom('true', 'false'),
  date: day,
  datetime: fc.oneof(day, fc.constantFrom('2026-03-29T10:00', '2026-03-29T10:00:00+02:00')),
  reference: fc.oneof(id, text),
};

const countOf = (operator: string): [least: number, most: number] => {
  if (operator.startsWith('is_')) return [0, 0];
  if (operator.endsWith('between')) return [2, 2];
  return /^(?:not_)?in$/.test(operator) ? [1, 3] : [1, 1];
};

const arbitraryComparison = fc.constantFrom(...Object.entries(fieldTypes)).chain(([field, type]) =>
  fc.constantFrom(...operators.filter((operator) => hasOperator(type, operator))).chain((operator) => {
    const [minLength, maxLength] = countOf(operator);
    return fc
      .array(asked[kindOf(type)], { minLength, maxLength })
      .map((values) => comparison(field, operator, values, {}));
  }),
);

const joined = (member: fc.Arbitrary<Criteria>): fc.Arbitrary<Criteria> =>
  fc
    .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(member, { minLength: 2, maxLength: 3 }))
    .map(([operator, members]) => group(operator, members));

/** Criteria that fit the types, of groups in one another as deep as rows stand. */
export const arbitraryCriteria: fc.Arbitrary<Criteria> = fc.oneof(
  arbitraryComparison,
  joined(arbitraryComparison),
  joined(fc.oneof(arbitraryComparison, joined(arbitraryComparison))),
);
