import { expect, test } from 'vitest';
import { visitor } from '../../testing/samples.js';
import { choicesOf, everybody, filterVisitors } from './visitor-filter.js';

const page = (title: string, url: string) => ({ title, url, at: '2026-03-04T09:30:00.000Z' });
const direct = { kind: 'direct', label: null, url: null } as const;
const visitors = [
  visitor('1', { page: page('Alma | Tarn', 'https://shop.test/lamps/alma'), country: 'FR' }),
  visitor('2', { page: page('Delivery', 'https://shop.test/delivery'), country: null, source: direct }),
  visitor('3', { page: page('', 'https://shop.test/ALMA?x'), country: 'DZ', visitor_type: 'Customer' }),
];
const found = (filter: Partial<typeof everybody>) =>
  filterVisitors(visitors, { ...everybody, ...filter }).map(({ visit_id: id }) => id);

test('a part of the title or of the address chooses, however it is written', () => {
  expect(found({ page: ' aLMa ' })).toEqual(['1', '3']);
  expect(found({ page: 'delivery' })).toEqual(['2']);
});

test('source, country and group choose together', () => {
  expect(found({ source: 'direct' })).toEqual(['2']);
  expect(found({ country: 'FR' })).toEqual(['1']);
  expect(found({ source: 'search', group: 'customers' })).toEqual(['3']);
  expect(found({ source: 'search', country: 'FR', page: 'delivery' })).toEqual([]);
});

test('nothing chosen is everybody', () => {
  expect(filterVisitors(visitors, everybody)).toBe(visitors);
});

test('what is chosen stays to be chosen when nobody has it any more', () => {
  const { sources, countries } = choicesOf(visitors, { ...everybody, source: 'social', country: 'TN' });
  expect([...sources]).toEqual(['search', 'direct', 'social']);
  expect([...countries]).toEqual(['FR', 'DZ', 'TN']);
});
