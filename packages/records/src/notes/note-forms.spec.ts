import { CrmError } from '@crm-elements/core';
import { describe, expect, it } from 'vitest';
import { closeForm, keptTexts, noteFault, openForm, readForms, tidy } from './note-forms.js';

const error = (kind: CrmError['kind'], code: string, details = {}) =>
  new CrmError(kind, code, 'no', undefined, details);

describe('forms of notes', () => {
  it('are kept as texts and read back, whatever else was kept there', () => {
    const forms = { new: openForm({ title: '', content: 'Half a' }) };
    expect(readForms(keptTexts(forms))).toEqual(forms);
    expect(readForms({ ...keptTexts(forms), 7: { title: 1 }, 8: null })).toEqual(forms);
    expect(readForms(undefined)).toEqual({});
  });

  it('are closed one by one', () => {
    const form = openForm({ title: '', content: 'x' });
    expect(closeForm({ a: form, b: form }, 'a')).toEqual({ b: form });
  });

  it('send their text without the space around it', () => {
    expect(tidy({ title: ' T ', content: '\n a \n b \n' })).toEqual({ title: 'T', content: 'a \n b' });
  });

  it.each([
    [error('refused', 'MANDATORY_NOT_FOUND', { api_name: 'Note_Content' }), { code: 'required' }],
    [
      error('refused', 'INVALID_DATA', { api_name: 'Note_Title', maximum_length: 120 }),
      { code: 'tooLong', limit: 120 },
    ],
    [error('refused', 'INVALID_DATA', { api_name: 'Note_Content' }), { code: 'invalid' }],
    [error('refused', 'INVALID_DATA', { api_name: 'id' }), { code: 'gone' }],
    [error('not_found', 'not_found'), { code: 'gone' }],
    [error('forbidden', 'NO_PERMISSION'), { code: 'forbidden' }],
    [error('offline', 'offline'), { code: 'offline' }],
    [error('server', 'INTERNAL_ERROR'), { code: 'server' }],
  ])('say why they were refused: %s', (refusal, fault) => {
    expect(noteFault(refusal)).toEqual(fault);
  });
});
