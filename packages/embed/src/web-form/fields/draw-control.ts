import type { WebFormDescription } from '@crm-elements/contract';
import { draw } from '../draw.js';
import type { Words } from '../i18n/index.js';

export type FormField = WebFormDescription['fields'][number];
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Attributes = Readonly<Record<string, string>>;

/** Addresses and numbers read from left to right in every language. */
const typed: Readonly<Record<string, Attributes>> = {
  email: { type: 'email', dir: 'ltr' },
  phone: { type: 'tel', dir: 'ltr' },
  website: { type: 'url', dir: 'ltr' },
  date: { type: 'date' },
  boolean: { type: 'checkbox' },
  integer: { type: 'number', step: '1', inputmode: 'numeric' },
};
const number: Attributes = { type: 'number', step: 'any', inputmode: 'decimal' };
for (const name of ['double', 'currency', 'percent']) Object.assign(typed, { [name]: number });

/** What browsers fill in of what they know of the person. */
const purposes: Readonly<Record<string, string>> = {
  First_Name: 'given-name',
  Last_Name: 'family-name',
  Email: 'email',
  Phone: 'tel',
  Mobile: 'tel',
  Company: 'organization',
  Account_Name: 'organization',
  Title: 'organization-title',
  Website: 'url',
  Street: 'street-address',
  City: 'address-level2',
  State: 'address-level1',
  Zip_Code: 'postal-code',
  Country: 'country-name',
};
/** Stands for no choice where people of the CRM choose. */
const NO_CHOICE = '-None-';

/** The control for a field's type; the form itself says what is wrong, in the words of the page's language. */
export const drawControl = (
  { api_name: name, data_type: type, required, options }: FormField,
  id: string,
  words: Words,
): Control => {
  const shared = { id, name, part: 'control', required, autocomplete: purposes[name] };
  if (type === 'picklist')
    return draw(
      'select',
      shared,
      draw('option', { value: '' }, words.choose),
      ...options.filter((text) => text !== NO_CHOICE).map((text) => draw('option', { value: text }, text)),
    );
  if (type === 'textarea') return draw('textarea', { ...shared, rows: '4', dir: 'auto' });
  return draw('input', { type: 'text', dir: 'auto', ...typed[type], ...shared });
};
