import { formatCriteria } from '@crm-elements/contract/criteria';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { parseQuery } from './parse.js';

const whereOf = (condition: string) => {
  const { where } = parseQuery(`select id from Leads where ${condition}`, 200);
  return where && formatCriteria(where);
};

function failureOf(query: string): CrmFailure {
  try {
    parseQuery(query, 200);
  } catch (error) {
    if (error instanceof CrmFailure) return error;
    throw error;
  }
  throw new Error(`${query} was taken`);
}

describe('parseQuery', () => {
  it('reads every clause', () => {
    expect(
      parseQuery(
        `SELECT Last_Name, Account_Name.Account_Name as account, COUNT(id)
           FROM Contacts WHERE Email IS NOT NULL GROUP BY Last_Name, account
           ORDER BY COUNT(id) DESC, Last_Name LIMIT 10, 20`,
        200,
      ),
    ).toEqual({
      columns: [
        { path: 'Last_Name', key: 'Last_Name', aliased: false },
        { path: 'Account_Name.Account_Name', key: 'account', aliased: true },
        { path: 'id', aggregate: 'count', key: 'COUNT(id)', aliased: false },
      ],
      module: 'Contacts',
      where: { kind: 'comparison', field: 'Email', operator: 'is_not_empty', values: [] },
      groupBy: ['Last_Name', 'account'],
      sorts: [
        { by: 'COUNT(id)', order: 'desc' },
        { by: 'Last_Name', order: 'asc' },
      ],
      offset: 10,
      limit: 20,
    });
  });

  it.each([
    ['', 200, 0],
    ['limit 5', 5, 0],
    ['limit 7, 5', 5, 7],
    ['limit 5 offset 7', 5, 7],
    ['offset 7', 200, 7],
  ])('reads "%s"', (clause, limit, offset) => {
    expect(parseQuery(`select id from Leads ${clause}`, 200)).toMatchObject({ limit, offset });
  });

  it.each([
    ["A = 'x'", '(A:equals:x)'],
    ["A='it''s'", "(A:equals:it's)"],
    ["A = 'it\\'s'", "(A:equals:it's)"],
    ['A != 3', '(A:not_equal:3)'],
    ['A <> -3.5', '(A:not_equal:-3.5)'],
    ['A<3', '(A:less_than:3)'],
    ['A<=3', '(A:less_equal:3)'],
    ['A > 3', '(A:greater_than:3)'],
    ['A >= 1e3', '(A:greater_equal:1e3)'],
    ['A = true', '(A:equals:true)'],
    ["A in ('x', 'y,z')", '(A:in:x,y\\,z)'],
    ['A not in (1,2)', '(A:not_in:1,2)'],
    ['A between 1 and 2', '(A:between:1,2)'],
    ["A not between '2026-01-01' and '2026-02-01'", '(A:not_between:2026-01-01,2026-02-01)'],
    ['A is null', '(A:equals:${EMPTY})'],
    ['A is not null', '(A:not_equal:${EMPTY})'],
    ["A like 'x%'", '(A:starts_with:x)'],
    ["A like '%x'", '(A:ends_with:x)'],
    ["A like '%x_y%'", '(A:contains:x_y)'],
    ["A like '%100\\%%'", '(A:contains:100%)'],
    ["A like 'x'", '(A:equals:x)'],
    ["A like '%'", '(A:not_equal:${EMPTY})'],
    ["A not like 'x%'", '(A:not_starts_with:x)'],
    ["A not like '%x%'", '(A:not_contains:x)'],
    ["A.B = 'x'", '(A.B:equals:x)'],
    ["A = 'x' and B = 1 or C = 2", '(((A:equals:x)and(B:equals:1))or(C:equals:2))'],
    ["A = 'x' AND (B = 1 OR (C = 2))", '((A:equals:x)and((B:equals:1)or(C:equals:2)))'],
  ])('reads the condition %s', (condition, criteria) => {
    expect(whereOf(condition)).toBe(criteria);
  });

  it.each([
    ['', 'SYNTAX_ERROR', { column: 1, expected: 'select' }],
    ['select from Leads', 'SYNTAX_ERROR', { near: 'from', column: 8 }],
    ['select id', 'SYNTAX_ERROR', { expected: 'from' }],
    ['select id from', 'SYNTAX_ERROR', { expected: 'a module' }],
    ['select id from Leads where', 'SYNTAX_ERROR', {}],
    ['select id from Leads where A', 'SYNTAX_ERROR', { expected: 'an operator' }],
    ['select id from Leads where A = B', 'SYNTAX_ERROR', { near: 'B', expected: 'a value' }],
    ["select id from Leads where A = 'x", 'SYNTAX_ERROR', { near: "'x", column: 32 }],
    ["select id from Leads where (A = 'x'", 'SYNTAX_ERROR', { expected: ')' }],
    ['select id from Leads where A in ()', 'SYNTAX_ERROR', {}],
    ['select id from Leads where A = 1; drop table record', 'SYNTAX_ERROR', { near: '; drop table record' }],
    ['select id from Leads order by', 'SYNTAX_ERROR', { expected: 'a column' }],
    ['select id from Leads limit x', 'SYNTAX_ERROR', { expected: 'a whole number' }],
    ['select id from Leads limit 1.5', 'SYNTAX_ERROR', {}],
    ['select id from Leads limit 1 2', 'SYNTAX_ERROR', { expected: 'the end' }],
    ['select id from Leads limit 0', 'INVALID_QUERY', { clause: 'limit' }],
    ["select id from Leads where A like 'a%b'", 'INVALID_QUERY', {}],
    ["select id from Leads where A = ''", 'INVALID_QUERY', { column: 'A' }],
    ["select id from Leads where A = 'a\0b'", 'INVALID_QUERY', { column: 'A' }],
    ['select id from Leads where A.b.c.d.e = 1 limit 0', 'INVALID_QUERY', {}],
    ['select id from Leads limit 201', 'LIMIT_EXCEEDED', { clause: 'limit', limit: 200 }],
    ['select id from Leads limit 99901, 100', 'LIMIT_EXCEEDED', { clause: 'offset', limit: 100_000 }],
    [
      `select ${Array.from({ length: 51 }, (_, index) => `A${index}`).join()} from Leads`,
      'LIMIT_EXCEEDED',
      { clause: 'select', limit: 50 },
    ],
    [
      `select id from Leads where ${Array.from({ length: 26 }, () => 'A = 1').join(' and ')}`,
      'LIMIT_EXCEEDED',
      { clause: 'where', limit: 25 },
    ],
    [`select id from Leads where ${'('.repeat(5_000)}`, 'LIMIT_EXCEEDED', { clause: 'where' }],
    ['select Email, email from Leads', 'DUPLICATE_DATA', { column: 'email' }],
    ['select Email as a, Phone as A from Leads', 'DUPLICATE_ALIAS', { alias: 'A' }],
    ['select Email as from, Phone from Leads', 'INVALID_ALIAS', { alias: 'from' }],
    ["select Email as 'a b' from Leads", 'INVALID_ALIAS', { alias: 'a b' }],
    ['select Email as a.b from Leads', 'INVALID_ALIAS', { alias: 'a.b' }],
  ])('refuses %j', (query, code, details) => {
    expect(failureOf(query)).toMatchObject({ status: 400, crmCode: code, details });
  });

  it('throws nothing but failures on any text', () => {
    const piece = fc.constantFrom(
      ...[
        'select id from Leads where ',
        "'",
        '%',
        '(',
        ')',
        ' and ',
        ' or ',
        'A',
        ' = ',
        ' like ',
        ' in ',
        "'x'",
        '1',
        ',',
        '\\',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 25 }).map((all) => `select id from Leads where A = 1 ${all.join('')}`),
    );
    fc.assert(
      fc.property(text, (query) => {
        try {
          parseQuery(query, 200);
        } catch (error) {
          expect(error).toBeInstanceOf(CrmFailure);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
