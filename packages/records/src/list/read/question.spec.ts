import { parseCriteria } from '@crm-elements/contract/criteria';
import { expect, it } from 'vitest';
import { criteriaOf, needsQuery, nextSort, parseSort, type Question } from './question.js';
import { toCoql } from './to-coql.js';

const question: Question = {
  module: 'Leads',
  viewId: '',
  viewCriteria: null,
  criteria: null,
  word: '',
  sort: { field: 'Company', order: 'desc' },
  fields: ['Full_Name', 'Company'],
};
const where = (criteria: string) =>
  /where (.*) order by/.exec(toCoql({ ...question, criteria }, 0, 100))?.[1];

it('joins view and filter', () => {
  const both = criteriaOf({
    ...question,
    viewCriteria: '(A:equals:1)',
    criteria: '((B:equals:2)or(C:equals:3))',
  });
  expect(parseCriteria(both!)).toMatchObject({ operator: 'and' });
  expect(criteriaOf(question)).toBeNull();
  expect(criteriaOf({ ...question, criteria: '(A:equals:1)' })).toBe('(A:equals:1)');
});

it('sorts by a query only where a list cannot', () => {
  expect(needsQuery(question)).toBe(true);
  expect(needsQuery({ ...question, sort: { field: 'Created_Time', order: 'asc' } })).toBe(false);
  expect(needsQuery({ ...question, sort: null })).toBe(false);
});

it('reads an order out of an address', () => {
  expect(parseSort('Company:asc')).toEqual({ field: 'Company', order: 'asc' });
  expect(parseSort('Company:up')).toBeNull();
  expect(parseSort('Company; drop:asc')).toBeNull();
});

it('turns an order from upwards to downwards to none', () => {
  const first = nextSort(null, 'Company');
  expect(first?.order).toBe('asc');
  expect(nextSort(first, 'Company')?.order).toBe('desc');
  expect(nextSort({ field: 'Company', order: 'desc' }, 'Company')).toBeNull();
  expect(nextSort(first, 'Email')).toEqual({ field: 'Email', order: 'asc' });
});

it('writes a page as a query', () => {
  expect(toCoql(question, 200, 100)).toBe(
    'select Full_Name, Company from Leads order by Company desc limit 200, 100',
  );
});

it('writes every kind of comparison', () => {
  expect(where('(Company:equals:Nour)')).toBe("Company = 'Nour'");
  expect(where('(Company:contains:50%)')).toBe("Company like '%50\\%%'");
  expect(where('(Company:not_starts_with:A)')).toBe("Company not like 'A%'");
  expect(where('(Company:in:A,B)')).toBe("Company in ('A', 'B')");
  expect(where('(Size:not_between:1,5)')).toBe("Size not between '1' and '5'");
  expect(where('(Opt_Out:equals:true)')).toBe('Opt_Out = true');
  expect(where('(Company:equals:${EMPTY})')).toBe('Company is null');
  expect(where('((A:equals:1)and((B:less_than:2)or(C:greater_equal:3)))')).toBe(
    "(A = '1' and (B < '2' or C >= '3'))",
  );
});

it('keeps quotes of a value inside it', () => {
  expect(where("(Company:equals:O'Neil)")).toBe("Company = 'O''Neil'");
});
