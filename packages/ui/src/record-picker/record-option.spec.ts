import { expect, test } from 'vitest';
import { recordOption } from './record-option.js';

test.each([
  [
    { id: '1', Full_Name: 'Ada Lovelace', Email: 'ada@acme.test', Account_Name: { id: '9', name: 'Acme' } },
    { id: '1', name: 'Ada Lovelace', detail: 'ada@acme.test' },
  ],
  [
    { id: '2', Deal_Name: 'Lamps', Account_Name: { id: '9', name: 'Acme' } },
    { id: '2', name: 'Lamps', detail: 'Acme' },
  ],
  [
    { id: '3', Account_Name: 'Acme', Website: 'https://acme.test' },
    { id: '3', name: 'Acme', detail: 'https://acme.test' },
  ],
  [
    { id: '4', Name: 'Own module' },
    { id: '4', name: 'Own module' },
  ],
  [{ id: '5' }, { id: '5', name: '5' }],
])('%j is shown as %j', (record, option) => {
  expect(recordOption(record)).toEqual(option);
});
