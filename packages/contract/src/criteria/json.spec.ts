import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CriteriaError, criteriaFromJson, criteriaToJson, formatCriteria, parseCriteria } from './index.js';
import { arbitraryCriteria } from './testing/arbitraries.js';

const compare = (comparator: string, value: unknown, api_name = 'A') => ({
  comparator,
  field: { api_name },
  value,
});

it.each([
  [compare('equal', 'x'), '(A:equals:x)'],
  [compare('EQUAL', 3.5), '(A:equals:3.5)'],
  [compare('equal', true), '(A:equals:true)'],
  [compare('equal', null), '(A:equals:${EMPTY})'],
  [compare('not_equal', '${EMPTY}'), '(A:not_equal:${EMPTY})'],
  [compare('in', ['a,b', 'c']), '(A:in:a\\,b,c)'],
  [compare('between', [1, 2]), '(A:between:1,2)'],
  [compare('equal', { id: '487000000000000001', name: 'Ada' }), '(A:equals:487000000000000001)'],
  [{ group_operator: 'or', group: [compare('equal', 'x')] }, '(A:equals:x)'],
  [
    {
      group_operator: 'AND',
      group: [
        compare('equal', 'x'),
        { group_operator: 'OR', group: [compare('equal', 'y'), compare('equal', 'z')] },
      ],
    },
    '((A:equals:x)and((A:equals:y)or(A:equals:z)))',
  ],
])('reads the form of list views and rules: %j', (json, text) => {
  expect(formatCriteria(criteriaFromJson(json))).toBe(text);
});

it.each([
  [null, 'syntax'],
  ['(A:equals:x)', 'syntax'],
  [[], 'syntax'],
  [{}, 'syntax'],
  [{ group_operator: 'AND', group: [] }, 'syntax'],
  [{ group_operator: 'XOR', group: [compare('equal', 'x')] }, 'syntax'],
  [compare('like', 'x'), 'operator'],
  [compare('equal', 'x', "A'"), 'syntax'],
  [compare('equal', ''), 'syntax'],
  [compare('equal', {}), 'value'],
  [compare('equal', 'a\0'), 'value'],
  [compare('between', [1]), 'syntax'],
  [compare('equal', ['a', 'b']), 'syntax'],
  [{ group_operator: 'AND', group: Array.from({ length: 11 }, () => compare('equal', 'x')) }, 'limit'],
])('refuses %j', (json, fault) => {
  expect(() => criteriaFromJson(json)).toThrow(expect.objectContaining({ name: 'CriteriaError', fault }));
});

it('refuses groups without end', () => {
  let json: unknown = compare('equal', 'x');
  for (let depth = 0; depth < 10_000; depth++) json = { group_operator: 'AND', group: [json] };
  expect(() => criteriaFromJson(json)).toThrow(CriteriaError);
});

it('reads what criteriaToJson writes', () => {
  fc.assert(
    fc.property(arbitraryCriteria, (criteria) => {
      expect(criteriaFromJson(JSON.parse(JSON.stringify(criteriaToJson(criteria))))).toEqual(criteria);
    }),
    { numRuns: 500 },
  );
});

it('throws nothing but its own error on any JSON', () => {
  const near = fc.record(
    {
      comparator: fc.oneof(fc.constantFrom('equal', 'in', 'between'), fc.jsonValue()),
      field: fc.oneof(fc.record({ api_name: fc.oneof(fc.constant('A'), fc.jsonValue()) }), fc.jsonValue()),
      value: fc.jsonValue(),
      group: fc.jsonValue(),
      group_operator: fc.oneof(fc.constantFrom('AND', 'OR'), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(near, fc.jsonValue()), (json) => {
      try {
        const criteria = criteriaFromJson(json);
        expect(parseCriteria(formatCriteria(criteria))).toEqual(criteria);
      } catch (error) {
        expect(error).toBeInstanceOf(CriteriaError);
      }
    }),
    { numRuns: 2_000 },
  );
});
