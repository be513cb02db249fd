import { expect, it } from 'vitest';
import { allSelected, isSelected, noneSelected, toggleLoaded, toggleRow, withoutGone } from './selection.js';

const rows = ['1', '2', '3', '4', '5'].map((id) => ({ id }));
const chosen = (selection: typeof noneSelected) =>
  rows.filter(({ id }) => isSelected(selection, id)).map(({ id }) => id);

it('turns rows over one by one', () => {
  const two = toggleRow(toggleRow(noneSelected, rows, '2', false), rows, '4', false);
  expect(chosen(two)).toEqual(['2', '4']);
  expect(chosen(toggleRow(two, rows, '2', false))).toEqual(['4']);
});

it('selects a range in either direction, and takes it back', () => {
  const range = toggleRow(toggleRow(noneSelected, rows, '4', false), rows, '2', true);
  expect(chosen(range)).toEqual(['2', '3', '4']);
  expect(chosen(toggleRow(range, rows, '3', true))).toEqual(['4']);
});

it('selects the loaded rows, then none', () => {
  const all = toggleLoaded(noneSelected, rows);
  expect(all.ids.size).toBe(5);
  expect(toggleLoaded(all, rows)).toEqual(noneSelected);
});

it('keeps the rows in sight when one is taken out of all', () => {
  expect(chosen(toggleRow(allSelected, rows, '3', false))).toEqual(['1', '2', '4', '5']);
});

it('forgets what is gone', () => {
  const two = toggleRow(toggleRow(noneSelected, rows, '2', false), rows, '4', false);
  expect(chosen(withoutGone(two, new Set(['2'])))).toEqual(['4']);
  expect(withoutGone(two, new Set(['1']))).toBe(two);
});
