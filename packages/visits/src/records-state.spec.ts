import { describe, expect, it } from 'vitest';
import { reduceRecords, type RecordsChange, type RecordsState } from './records-state.js';

interface Row {
  id: string;
  name?: string;
}

const rows = (...ids: number[]): Row[] => ids.map((id) => ({ id: String(id) }));
const play = (...changes: RecordsChange<Row>[]) =>
  changes.reduce<RecordsState<Row> | undefined>(reduceRecords, undefined)!;
const newest = (ids: number[], nextToken: string | null): RecordsChange<Row> => ({
  type: 'newest',
  rows: rows(...ids),
  nextToken,
});
const ids = (state: RecordsState<Row>) => state.rows.map(({ id }) => Number(id));
const twoPages: RecordsChange<Row>[] = [
  newest([9, 8], 'after-8'),
  { type: 'more-asked' },
  { type: 'more-added', after: '8', rows: rows(7, 6), nextToken: 'after-6' },
];

describe('the state of a list of records', () => {
  it('adds the next page and where the one after it is', () => {
    expect(play(...twoPages)).toEqual({ rows: rows(9, 8, 7, 6), nextToken: 'after-6', more: 'idle' });
  });

  it('keeps later pages when the newest is read again', () => {
    const state = play(...twoPages, newest([10, 9], 'after-9'));
    expect(ids(state)).toEqual([10, 9, 8, 7, 6]);
    expect(state.nextToken).toBe('after-6');
  });

  it('replaces rows that have changed and drops rows that are gone', () => {
    const state = play(...twoPages, {
      type: 'newest',
      rows: [{ id: '9', name: 'changed' }, { id: '7' }],
      nextToken: 'after-7',
    });
    expect(state.rows).toEqual([{ id: '9', name: 'changed' }, { id: '7' }, { id: '6' }]);
  });

  it('begins anew rather than hide a gap', () => {
    const state = play(...twoPages, newest([20, 19], 'after-19'));
    expect(ids(state)).toEqual([20, 19]);
    expect(state.nextToken).toBe('after-19');
  });

  it('drops a page that belongs to the list as it was', () => {
    const state = play(newest([9, 8], 'after-8'), { type: 'more-asked' }, newest([20, 19], 'after-19'), {
      type: 'more-added',
      after: '8',
      rows: rows(7, 6),
      nextToken: null,
    });
    expect(ids(state)).toEqual([20, 19]);
    expect(state).toMatchObject({ nextToken: 'after-19', more: 'idle' });
  });

  it('is what the newest page says when that is everything', () => {
    expect(ids(play(...twoPages, newest([9], null)))).toEqual([9]);
  });

  it('keeps its rows when the next page cannot be read', () => {
    const state = play(...twoPages, { type: 'more-asked' }, { type: 'more-failed' });
    expect(state.more).toBe('failed');
    expect(ids(state)).toEqual([9, 8, 7, 6]);
    expect(state.nextToken).toBe('after-6');
  });
});
