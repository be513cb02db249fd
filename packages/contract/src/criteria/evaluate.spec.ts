import { describe, expect, it } from 'vitest';
import { checkCriteria, evaluate, parseCriteria } from './index.js';
import { cases, context } from './testing/cases.js';
import { records, typeOf } from './testing/records.js';

describe('evaluate', () => {
  it.each(cases)('%s holds for %s', (text, letters) => {
    const criteria = parseCriteria(text);
    const found = Object.keys(records).filter((letter) =>
      evaluate(criteria, records[letter]!, typeOf, context),
    );
    expect(found.join('')).toBe(letters);
  });

  it('reads a field of a record that a lookup holds, and no inherited one', () => {
    const types = (field: string) =>
      field === 'Account.Phone' || field === 'constructor' ? 'text' : undefined;
    const byPhone = parseCriteria('(Account.Phone:equals:1)');
    expect(evaluate(byPhone, { Account: { Phone: '1' } }, types)).toBe(true);
    expect(evaluate(byPhone, { Account: null }, types)).toBe(false);
    expect(evaluate(parseCriteria('(constructor:is_empty:)'), {}, types)).toBe(true);
  });
});

describe('checkCriteria', () => {
  it.each([
    ['(Nothing:equals:x)', 'field', 'Nothing'],
    ['(Name.id:equals:1)', 'field', 'Name.id'],
    ['(__proto__:equals:x)', 'field', '__proto__'],
    ['(Amount:contains:1)', 'operator', 'Amount'],
    ['(Active:is_empty:)', 'operator', 'Active'],
    ['(Name:greater_than:x)', 'operator', 'Name'],
    ['(Amount:equals:ten)', 'value', 'Amount'],
    ['(Amount:equals:1e999)', 'value', 'Amount'],
    ['(Amount:equals:NaN)', 'value', 'Amount'],
    ['(Amount:between:1,b)', 'value', 'Amount'],
    ['(Serial:equals:9223372036854775808)', 'value', 'Serial'],
    ['(Serial:equals:1.5)', 'value', 'Serial'],
    ['(Active:equals:yes)', 'value', 'Active'],
    ['(Closing:equals:2026-02-30)', 'value', 'Closing'],
    ['(Closing:equals:0000-01-01)', 'value', 'Closing'],
    ['(Closing:equals:2026-03-29T00:00:00Z)', 'value', 'Closing'],
    ['(Seen:equals:2026-03-29T24:00:00Z)', 'value', 'Seen'],
    ['(Seen:equals:2026-03-29T10:00:00+15:00)', 'value', 'Seen'],
    ['(Seen:equals:yesterday)', 'value', 'Seen'],
    ['((Name:equals:x)or(Amount:equals:ten))', 'value', 'Amount'],
  ])('refuses %s', (text, fault, field) => {
    expect(() => checkCriteria(parseCriteria(text), typeOf)).toThrow(
      expect.objectContaining({ name: 'CriteriaError', fault, where: { field } }),
    );
  });
});
