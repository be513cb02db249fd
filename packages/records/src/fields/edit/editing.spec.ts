import { CrmError } from '@crm-elements/core';
import { formatsFor } from '@crm-elements/core/lit';
import { describe, expect, it, test } from 'vitest';
import { field } from '../../testing/samples.js';
import { beginDraft, editorKindOf, isSame, readDraft } from './editing.js';
import { describeFault } from './fault.js';
import { en } from './i18n/en.js';
import { normalizeNumber } from './read-number.js';
import { INCOMPLETE } from './read-time.js';
import { refusalOf } from './refusal.js';

const formats = formatsFor('en');

describe('a number', () => {
  test.each([
    ['fr', '1 234,5', '1234.5'],
    ['fr', '1\u202f234,5', '1234.5'],
    ['fr', '1\u00a0234,5', '1234.5'],
    ['fr', '1234.5', '1234.5'],
    ['fr', '-0,5', '-0.5'],
    ['en', '1,234.5', '1234.5'],
    ['en', '1 234.5', '1234.5'],
    ['en', '.5', '0.5'],
    ['en', '+7', '7'],
    ['en', '007', '7'],
    ['de', '1.234,5', '1234.5'],
    ['de-CH', '1’234.5', '1234.5'],
    ['en-IN', '12,34,567', '1234567'],
    ['ar-EG', '١٬٢٣٤٫٥', '1234.5'],
    ['ar', '1,234.5', '1234.5'],
    ['fr', '−12', '-12'],
  ])('in %s, %j is %s', (locale, typed, number) => expect(normalizeNumber(typed, locale)).toBe(number));

  test.each([
    ['en', '1,5'],
    ['de', '1.5'],
    ['en', '1.2.3'],
    ['en', '12a'],
    ['en', '1,23,4'],
    ['en', '-'],
    ['en', '.'],
    ['fr', '1,2,3'],
    ['en', '1e5'],
  ])('in %s, %j is none', (locale, typed) => expect(normalizeNumber(typed, locale)).toBeUndefined());

  const amount = field('Amount', 'currency', { length: 16, decimal_place: 2 });
  const count = field('Employees', 'integer', { length: 9 });
  const long = field('Number', 'bigint', { length: 18 });
  test.each([
    [amount, '12.345', { fault: { code: 'decimals', limit: 2 } }],
    [amount, '12.30', { value: 12.3 }],
    [amount, '123456789012345', { fault: { code: 'digits', limit: 14 } }],
    [count, '12.5', { fault: { code: 'whole' } }],
    [count, '1234567890', { fault: { code: 'digits', limit: 9 } }],
    [long, '900719925474099312', { value: '900719925474099312' }],
    [field('Probability', 'percent', { length: 3, decimal_place: 0 }), '45 %', { value: 45 }],
    [count, 'many', { fault: { code: 'number' } }],
  ])('%# is read by its field', (of, typed, reading) =>
    expect(readDraft(of, typed, formats)).toEqual(reading),
  );

  it('is edited as its language writes it, and comes back the same', () => {
    const french = formatsFor('fr');
    expect(beginDraft(amount, 1234567.5, french)).toBe('1234567,5');
    expect(readDraft(amount, '1234567,5', french)).toEqual({ value: 1234567.5 });
    const exact = beginDraft(long, '900719925474099312', french);
    expect(readDraft(long, exact, french)).toEqual({ value: '900719925474099312' });
  });
});

describe('a text', () => {
  test.each([
    ['email', ' ada@example.com ', { value: 'ada@example.com' }],
    ['email', 'ada@', { fault: { code: 'email' } }],
    ['phone', '+1 (555) 010-20', { value: '+1 (555) 010-20' }],
    ['phone', 'call me', { fault: { code: 'phone' } }],
    ['website', 'example.com/a', { value: 'example.com/a' }],
    ['website', 'https://example.com', { value: 'https://example.com' }],
    ['website', 'my site', { fault: { code: 'website' } }],
    ['text', ' as typed ', { value: ' as typed ' }],
    ['textarea', 'two\nlines', { value: 'two\nlines' }],
  ])('of type %s: %j', (type, typed, reading) =>
    expect(readDraft(field('A', type), typed, formats)).toEqual(reading),
  );

  it('has a length, and one that is mandatory is not empty', () => {
    const name = field('Last_Name', 'text', { length: 3, system_mandatory: true });
    expect(readDraft(name, 'abcd', formats)).toEqual({ fault: { code: 'tooLong', limit: 3 } });
    expect(readDraft(name, '  ', formats)).toEqual({ fault: { code: 'required' } });
    expect(readDraft(field('A', 'text'), '  ', formats)).toEqual({ value: null });
  });
});

describe('days and times', () => {
  it('go through their controls and back', () => {
    const time = field('Start', 'datetime');
    const begun = beginDraft(time, '2026-03-04T09:30:00+00:00', formats);
    expect(readDraft(time, begun, formats)).toEqual({ value: '2026-03-04T09:30:00+00:00' });
    expect(readDraft(field('Day', 'date'), '2026-03-04', formats)).toEqual({ value: '2026-03-04' });
  });

  it('say that they are half typed', () => {
    expect(readDraft(field('Day', 'date'), INCOMPLETE, formats)).toEqual({ fault: { code: 'date' } });
    expect(readDraft(field('Start', 'datetime'), INCOMPLETE, formats)).toEqual({ fault: { code: 'time' } });
  });
});

describe('a field', () => {
  it('that the system fills and tags are not edited, a lookup into any module by module and record', () => {
    expect(editorKindOf(field('Full_Name', 'text', { read_only: true }))).toBeUndefined();
    expect(editorKindOf(field('Tag', 'text', { json_type: 'jsonarray' }))).toBeUndefined();
    const anywhere = { module: { api_name: 'se_module', id: null } };
    expect(editorKindOf(field('What_Id', 'lookup', { lookup: anywhere }))).toBe('anyRecord');
    expect(editorKindOf(field('Number', 'autonumber'))).toBeUndefined();
  });

  it('that is a choice is emptied by choosing nothing', () => {
    expect(readDraft(field('A', 'multiselectpicklist'), [], formats)).toEqual({ value: null });
    expect(readDraft(field('A', 'lookup'), null, formats)).toEqual({ value: null });
    expect(readDraft(field('A', 'boolean'), false, formats)).toEqual({ value: false });
  });
});

test('values are the same by what they mean', () => {
  expect(isSame({ id: '1', name: 'A' }, { id: '1', name: 'B' })).toBe(true);
  expect(isSame(null, '')).toBe(true);
  expect(isSame([], null)).toBe(true);
  expect(isSame(['a'], ['b'])).toBe(false);
  expect(isSame(0, null)).toBe(false);
});

describe('a refusal', () => {
  const email = field('Email', 'email', { length: 100 });
  const fields = new Map([
    ['Email', email],
    ['Account_Name', field('Account_Name', 'lookup')],
    ['Amount', field('Amount', 'currency', { json_type: 'double' })],
  ]);
  const refused = (code: string, details: Record<string, unknown>) =>
    refusalOf(new CrmError('refused', code, 'no', undefined, details), fields);

  test.each([
    ['DUPLICATE_DATA', { api_name: 'Email' }, { apiName: 'Email', fault: { code: 'duplicate' } }],
    [
      'MANDATORY_NOT_FOUND',
      { json_path: '$.data[0].Email' },
      { apiName: 'Email', fault: { code: 'required' } },
    ],
    [
      'INVALID_DATA',
      { api_name: 'Email', expected_data_type: 'email' },
      { apiName: 'Email', fault: { code: 'email' } },
    ],
    [
      'INVALID_DATA',
      { api_name: 'Email', maximum_length: 100 },
      { apiName: 'Email', fault: { code: 'tooLong', limit: 100 } },
    ],
    [
      'INVALID_DATA',
      { api_name: 'Amount', maximum_length: 16 },
      { apiName: 'Amount', fault: { code: 'digits', limit: 16 } },
    ],
    ['INVALID_DATA', { api_name: 'Account_Name' }, { apiName: 'Account_Name', fault: { code: 'gone' } }],
    ['INVALID_DATA', { api_name: 'Unknown' }, { apiName: undefined, fault: { code: 'server' } }],
  ])('%s with %j is told at its field', (code, details, told) =>
    expect(refused(code, details)).toEqual(told),
  );

  it('without an answer is about no field', () => {
    const offline = new CrmError('offline', 'offline', 'no');
    expect(refusalOf(offline, fields)).toEqual({ apiName: undefined, fault: { code: 'offline' } });
  });

  it('has words', () => {
    expect(describeFault({ code: 'tooLong', limit: 1 }, en, formats)).toBe('At most 1 character.');
    expect(describeFault({ code: 'email' }, en, formats)).toContain('name@example.com');
  });
});
