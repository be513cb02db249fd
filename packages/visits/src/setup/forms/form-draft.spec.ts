import type { FieldDescription } from '@crm-elements/contract';
import { describe, expect, it } from 'vitest';
import { portal } from '../testing/samples.js';
import { fieldsOf, portalsFor } from './form-draft.js';

const known = (['Last_Name', 'Email'] as const).map((name) => ({
  api_name: name,
  field_label: name,
  system_mandatory: name === 'Last_Name',
})) as FieldDescription[];

describe('the fields of a form', () => {
  it('hold what the module demands, required, in the order of the module', () => {
    const email = { api_name: 'Email', label: 'Your address', required: false };
    expect(fieldsOf([email], known)).toEqual([
      { api_name: 'Last_Name', label: 'Last_Name', required: true },
      email,
    ]);
  });
});

describe('the portals of a form', () => {
  const [shop, blog] = [portal('1'), portal('2', { associated: false })];
  const closed = portal('3', { enabled: false });

  it('are those in the CRM, or all while there is none', () => {
    expect(portalsFor([shop, blog], null)).toEqual([shop]);
    expect(portalsFor([blog], null)).toEqual([blog]);
  });

  it('are active, but for the one that the form has', () => {
    expect(portalsFor([closed, { ...blog, enabled: false }], null)).toEqual([]);
    expect(portalsFor([closed], closed.embed_codes[0]?.id ?? '')).toEqual([closed]);
  });
});
