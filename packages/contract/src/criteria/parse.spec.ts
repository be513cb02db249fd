import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CriteriaError, formatCriteria, parseCriteria } from './index.js';
import { arbitraryCriteria } from './testing/arbitraries.js';
import { cases } from './testing/cases.js';

const c = (field: string, operator: string, ...values: string[]) => ({
  kind: 'comparison',
  field,
  operator,
  values,
});

function errorOf(text: string): CriteriaError {
  try {
    parseCriteria(text);
  } catch (error) {
    if (error instanceof CriteriaError) return error;
    throw error;
  }
  throw new Error(`${text} was taken`);
}

describe('parseCriteria', () => {
  it.each([
    ['(A:equals:x)', c('A', 'equals', 'x')],
    ['  ( A : Equals :  x y  ) ', c('A', 'equals', 'x y')],
    ['(((A:equals:x)))', c('A', 'equals', 'x')],
    ['(At:less_than:2026-01-02T03:04:05+01:00)', c('At', 'less_than', '2026-01-02T03:04:05+01:00')],
    ['(A:equals:\\(a\\)\\, \\\\ b)', c('A', 'equals', '(a), \\ b')],
    ['(A:equals:\\ x\\ )', c('A', 'equals', ' x ')],
    ['(A:equals:a,b)', c('A', 'equals', 'a,b')],
    ['(A:in:a,b\\,c, d )', c('A', 'in', 'a', 'b,c', 'd')],
    ['(A:between:1,2)', c('A', 'between', '1', '2')],
    ['(A.id:equals:1)', c('A.id', 'equals', '1')],
    ['(A:equals:${EMPTY})', c('A', 'is_empty')],
    ['(A:not_equal:${EMPTY})', c('A', 'is_not_empty')],
    ['(A:equals:half \ud800 pair)', c('A', 'equals', 'half \ufffd pair')],
  ])('reads %j', (text, expected) => {
    expect(parseCriteria(text)).toEqual(expected);
  });

  it('binds and closer than or, and keeps brackets', () => {
    const [a, b, d] = ['A', 'B', 'D'].map((field) => c(field, 'equals', '1'));
    const join = (operator: string, ...members: unknown[]) => ({ kind: 'group', operator, members });
    expect(parseCriteria('(A:equals:1)or(B:equals:1)and(D:equals:1)')).toEqual(
      join('or', a, join('and', b, d)),
    );
    expect(parseCriteria('((A:equals:1) OR (B:equals:1))And(D:equals:1)')).toEqual(
      join('and', join('or', a, b), d),
    );
    expect(parseCriteria('((A:equals:1)and(B:equals:1)and(D:equals:1))')).toEqual(join('and', a, b, d));
  });

  it.each([
    ['', 'syntax', 0],
    ['A:equals:x', 'syntax', 0],
    ['(A:equals:x', 'syntax', 11],
    ['(A:equals:x))', 'syntax', 12],
    ['((A:equals:x)', 'syntax', 13],
    ['(A:equals:x)(B:equals:y)', 'syntax', 12],
    ['(A:equals:x)xor(B:equals:y)', 'syntax', 12],
    ['(A:equals)', 'syntax', 9],
    ['(A)', 'syntax', 2],
    ['()', 'syntax', 1],
    ['(:equals:x)', 'syntax', 1],
    ['(A b:equals:x)', 'syntax', 1],
    ["(A'--:equals:x)", 'syntax', 1],
    ['(A.b.c.d:equals:x)', 'syntax', 1],
    ['(A:equals:)', 'syntax', 10],
    ['(A:in:a,,b)', 'syntax', 6],
    ['(A:between:1)', 'syntax', 11],
    ['(A:between:1,2,3)', 'syntax', 11],
    ['(A:equals:x(y))', 'syntax', 11],
    ['(A:equals:x\\', 'syntax', 11],
    ['(A:like:x)', 'operator', 3],
    ['(A:equals:a\0b)', 'value', 10],
  ])('refuses %j and says where', (text, fault, position) => {
    expect(errorOf(text)).toMatchObject({ fault, where: { position } });
  });

  it('refuses brackets without end', () => {
    expect(errorOf('('.repeat(100_000))).toMatchObject({ fault: 'limit', where: { position: 20 } });
  });

  it('takes ten comparisons unless told otherwise, and a hundred values', () => {
    const many = (count: number) => Array.from({ length: count }, () => '(A:equals:x)').join('and');
    expect(() => parseCriteria(many(10))).not.toThrow();
    expect(errorOf(many(11))).toMatchObject({ fault: 'limit', where: { position: many(10).length + 4 } });
    expect(() => parseCriteria(many(25), { comparisons: 25 })).not.toThrow();
    const values = Array.from({ length: 101 }, (_, index) => index);
    expect(() => parseCriteria(`(A:in:${values.slice(1).join(',')})`)).not.toThrow();
    expect(errorOf(`(A:in:${values.join(',')})`)).toMatchObject({ fault: 'limit' });
  });

  it('reads what formatCriteria writes', () => {
    for (const [text] of cases) {
      const criteria = parseCriteria(text);
      expect(parseCriteria(formatCriteria(criteria)), text).toEqual(criteria);
    }
    fc.assert(
      fc.property(arbitraryCriteria, (criteria) => {
        expect(parseCriteria(formatCriteria(criteria))).toEqual(criteria);
      }),
      { numRuns: 500 },
    );
  });

  it('throws nothing but its own error on any text', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      ':',
      ',',
      '\\',
      ' ',
      'and',
      'or',
      'A',
      'equals',
      'in',
      'between',
      '${EMPTY}',
      '\0',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          expect(parseCriteria(formatCriteria(parseCriteria(text)))).toEqual(parseCriteria(text));
        } catch (error) {
          expect(error).toBeInstanceOf(CriteriaError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
