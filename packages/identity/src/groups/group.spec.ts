import { expect, test } from 'vitest';
import { toApiRow, toGroup, withoutSource, withSource, type Source } from './group.js';

const row = {
  id: '7',
  name: 'Marketing',
  description: null,
  sources: [
    { type: 'users', source: { id: '1', name: 'Ada' }, subordinates: false, sub_territories: false },
    { type: 'roles', source: { id: '1', name: 'CEO' }, subordinates: true, sub_territories: false },
    { type: 'territories', source: { id: '3', name: 'North' }, subordinates: false, sub_territories: true },
  ],
};

test('a group that is read and written is the same', () => {
  const { sources } = toApiRow(toGroup(row));
  expect(sources).toEqual([
    { type: 'users', source: { id: '1' } },
    { type: 'roles', source: { id: '1' }, subordinates: true },
    { type: 'territories', source: { id: '3' }, sub_territories: true },
  ]);
});

test('a user and a role with the same id are two sources', () => {
  const role: Source = { type: 'roles', id: '1', name: 'CEO', withBelow: false };
  const { sources } = toGroup(row);
  expect(withSource(sources, role)).toHaveLength(3);
  expect(withSource(sources, role)[1]).toEqual(role);
  expect(withoutSource(sources, role).map(({ type }) => type)).toEqual(['users', 'territories']);
});
