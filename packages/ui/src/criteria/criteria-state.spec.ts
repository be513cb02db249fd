import type { FieldDescription } from '@crm-elements/contract';
import { formatCriteria, parseCriteria } from '@crm-elements/contract/criteria';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRow,
  addSection,
  removeRow,
  setField,
  setJoin,
  setOperator,
  setValues,
} from './criteria-changes.js';
import { criteriaFields, operatorsFor } from './criteria-fields.js';
import { faultOf, patternOf, readRows, rowsOf, writeRows, type Section } from './criteria-state.js';
import { arbitraryCriteria, fieldTypes } from './testing/arbitraries.js';
import { describedField } from './testing/fields.js';

const fields = criteriaFields(
  Object.entries(fieldTypes).map(([name, type]): FieldDescription => describedField(name, type)),
);
const read = (text: string) => readRows(parseCriteria(text), fields);
const write = (root: Section) => {
  const criteria = writeRows(root);
  return criteria && formatCriteria(criteria);
};
const terms = { and: 'and', or: 'or' };
const pattern = (root: Section) => patternOf(root, terms, String);

describe('criteria as rows', () => {
  test.each([
    ['(Name:equals:Hopper)', '1'],
    ['((Name:equals:a)and(Name:equals:b))', '1 and 2'],
    ['((Name:equals:a)and((Name:equals:b)or(Name:equals:c)))', '1 and (2 or 3)'],
    ['(((Name:equals:a)and(Name:equals:b))or((Name:equals:c)and(Name:equals:d)))', '(1 and 2) or (3 and 4)'],
    ['((Name:equals:a)and((Name:equals:b)or((Name:equals:c)and(Name:equals:d))))', '1 and (2 or (3 and 4))'],
    ['((Name:in:a,b\\,c)or(Name:is_empty:))', '1 or 2'],
    ['(Name:contains:\\(x\\) \\\\ y)', '1'],
  ])('%s reads as %s and is written as it was', (text, shown) => {
    const root = read(text)!;
    expect(pattern(root)).toBe(shown);
    expect(write(root)).toBe(formatCriteria(parseCriteria(text)));
  });

  test.each([
    ['an unknown field', '(Nothing:equals:x)'],
    ['a path into a lookup', '(Owner.id:equals:487000000000000101)'],
    [
      'brackets deeper than rows stand',
      '((Name:equals:a)and((Name:equals:b)or((Name:equals:c)and((Name:equals:d)or(Name:equals:e)))))',
    ],
  ])('%s is left to the text', (_what, text) => {
    expect(read(text)).toBeUndefined();
  });

  test('whatever is shown is written with the same meaning', () => {
    fc.assert(
      fc.property(arbitraryCriteria, (criteria) => {
        const root = readRows(criteria, fields);
        expect(root).toBeDefined();
        const written = writeRows(root!);
        expect(formatCriteria(written!)).toBe(formatCriteria(criteria));
        expect(rowsOf(root!).every((row) => faultOf(row, fields) === undefined)).toBe(true);
        expect(readRows(parseCriteria(formatCriteria(written!)), fields)).toBeDefined();
      }),
    );
  });

  test('no comparator of criteria is missing where it is the present one', () => {
    fc.assert(
      fc.property(arbitraryCriteria, (criteria) => {
        for (const { field, operator } of rowsOf(readRows(criteria, fields)!))
          expect(operatorsFor(fields.get(field)!, operator)).toContain(operator);
      }),
    );
  });
});

describe('changes', () => {
  test('a row is added, filled and joined', () => {
    const start = readRows(null, fields)!;
    const added = addRow(start, start.key);
    expect(faultOf(added.row, fields)).toBe('field');
    let root = setField(added.root, added.row.key, fields.get('Name')!);
    expect(faultOf(rowsOf(root)[0]!, fields)).toBe('missing');
    root = setValues(root, added.row.key, [' Hopper ']);
    expect(write(root)).toBe('(Name:equals:Hopper)');
    const inner = addSection(root, root.key);
    root = setValues(setField(inner.root, inner.row.key, fields.get('Name')!), inner.row.key, ['x']);
    expect(pattern(root)).toBe('1 and 2');
    const [, section] = root.members;
    const third = addRow(root, section!.key);
    root = setValues(setField(third.root, third.row.key, fields.get('Name')!), third.row.key, ['y']);
    expect(pattern(root)).toBe('1 and (2 or 3)');
    root = setJoin(root, root.key, 'or');
    expect(write(root)).toBe('((Name:equals:Hopper)or((Name:equals:x)or(Name:equals:y)))');
  });

  test('a section goes with its last row', () => {
    const root = read('((Name:equals:a)and((Name:equals:b)or(Name:equals:c)))')!;
    const [, b, c] = rowsOf(root);
    const left = removeRow(removeRow(root, b!.key), c!.key);
    expect(left.members).toHaveLength(1);
    expect(write(left)).toBe('(Name:equals:a)');
    expect(write(removeRow(left, rowsOf(left)[0]!.key))).toBeNull();
  });

  test('what was typed stays as far as another comparator takes it', () => {
    const root = read('(Name:in:a,b)')!;
    const [row] = rowsOf(root);
    expect(rowsOf(setOperator(root, row!.key, 'contains'))[0]!.values).toEqual(['a']);
    expect(write(setOperator(root, row!.key, 'is_empty'))).toBe('(Name:equals:${EMPTY})');
  });

  test.each([
    ['Amount', 'equals', ['much']],
    ['Closing', 'equals', ['2026-02-30']],
  ] as const)('a value that is none of the type of %s is wrong', (_name, operator, values) => {
    const name = [...fields.values()].find(
      ({ kind }) => kind === (values[0] === 'much' ? 'number' : 'date'),
    )!;
    expect(faultOf({ kind: 'row', key: 1, field: name.name, operator, values }, fields)).toBe('wrong');
  });
});
