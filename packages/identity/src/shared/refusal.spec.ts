import { CrmError } from '@crm-elements/core';
import { formatsFor } from '@crm-elements/core/lit';
import { expect, test } from 'vitest';
import { en } from '../i18n/en.js';
import { explain } from './refusal.js';

const { refusals } = en;
const told = (code: string, message: string, details = {}, kind: CrmError['kind'] = 'refused') =>
  explain(new CrmError(kind, code, message, undefined, details), refusals, formatsFor('en'));

test('a refusal names its field', () => {
  expect(told('DUPLICATE_DATA', 'taken', { api_name: 'email' })).toEqual({
    field: 'email',
    text: refusals.duplicate,
  });
  expect(told('INVALID_DATA', 'no', { param_name: 'transfer_to_id' }).field).toBe('transfer');
  expect(told('INVALID_DATA', 'long', { api_name: 'name', maximum_length: 50 }).text).toBe(
    'At most 50 characters.',
  );
});

test('the last administrator is about the profile', () => {
  const message = 'the last administrator must stay active and an administrator';
  expect(told('INVALID_REQUEST', message, { id: '1' })).toEqual({
    field: 'profile',
    text: refusals.lastAdministrator,
  });
});

test('what is gone or denied is about the whole', () => {
  expect(told('INVALID_DATA', 'the id given seems to be invalid', { api_name: 'id' })).toEqual({
    field: undefined,
    text: refusals.gone,
  });
  expect(told('NO_PERMISSION', 'permission denied', {}, 'forbidden').text).toBe(refusals.denied);
  expect(told('OTHER', 'because', {}).text).toContain('because');
  expect(explain(new Error('broken'), refusals, formatsFor('en')).text).toBe(refusals.server);
});
