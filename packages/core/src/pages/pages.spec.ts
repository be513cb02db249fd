import { describe, expect, it } from 'vitest';
import { reducePages, type Page, type Pages, type PagesChange } from './pages.js';
import { withNewest } from './with-newest.js';

interface Row {
  id: string;
  name?: string;
}

type Change = PagesChange<Row> | { type: 'newest'; page: Page<Row> };

const rows = (...ids: number[]): Row[] => ids.map((id) => ({ id: String(id) }));
const page = (ids: number[], next: string | null): Page<Row> => ({ rows: rows(...ids), next });
const nothing: Pages<Row> = { rows: [], next: null, more: 'idle' };
const play = (...changes: Change[]) =>
  changes.reduce<Pages<Row>>(
    (state, change) =>
      change.type === 'newest' ? withNewest(state, change.page) : reducePages(state, change),
    nothing,
  );
const newest = (ids: number[], next: string | null): Change => ({ type: 'newest', page: page(ids, next) });
const ids = (state: Pages<Row>) => state.rows.map(({ id }) => Number(id));
const added = (after: Page<Row>, more: Page<Row>): Change => ({ type: 'more-added', after, page: more });
const twoPages: Change[] = [
  newest([9, 8], 'after-8'),
  { type: 'more-asked' },
  added(page([9, 8], 'after-8'), page([7, 6], 'after-6')),
];

describe('a list that is read page by page', () => {
  it('adds the next page and where the one after it is', () => {
    expect(play(...twoPages)).toEqual({ rows: rows(9, 8, 7, 6), next: 'after-6', more: 'idle' });
  });

  it('keeps later pages when the newest is read again', () => {
    const state = play(...twoPages, newest([10, 9], 'after-9'));
    expect(ids(state)).toEqual([10, 9, 8, 7, 6]);
    expect(state.next).toBe('after-6');
  });

  it('replaces rows that have changed and drops rows that are gone', () => {
    const state = play(...twoPages, {
      type: 'newest',
      page: { rows: [{ id: '9', name: 'changed' }, { id: '7' }], next: 'after-7' },
    });
    expect(state.rows).toEqual([{ id: '9', name: 'changed' }, { id: '7' }, { id: '6' }]);
  });

  it('begins anew rather than hide a gap', () => {
    const state = play(...twoPages, newest([20, 19], 'after-19'));
    expect(ids(state)).toEqual([20, 19]);
    expect(state.next).toBe('after-19');
  });

  it('drops a page that belongs to the list as it was', () => {
    const state = play(
      newest([9, 8], 'after-8'),
      { type: 'more-asked' },
      newest([20, 19], 'after-19'),
      added(page([9, 8], 'after-8'), page([7, 6], null)),
    );
    expect(ids(state)).toEqual([20, 19]);
    expect(state).toMatchObject({ next: 'after-19', more: 'idle' });
  });

  it('is what the newest page says when that is everything', () => {
    expect(ids(play(...twoPages, newest([9], null)))).toEqual([9]);
  });

  it('keeps its rows when the next page cannot be read', () => {
    const state = play(...twoPages, { type: 'more-asked' }, { type: 'more-failed' });
    expect(state.more).toBe('failed');
    expect(ids(state)).toEqual([9, 8, 7, 6]);
    expect(state.next).toBe('after-6');
  });

  it('takes a page that still follows, though the list was read again under way and has another token', () => {
    const state = play(
      newest([9, 8], 'after-8'),
      { type: 'more-asked' },
      newest([9, 8], 'after-8, later'),
      added(page([9, 8], 'after-8'), page([7, 6], 'after-6')),
    );
    expect(state).toEqual({ rows: rows(9, 8, 7, 6), next: 'after-6', more: 'idle' });
  });

  it('holds a row once that stands on two pages', () => {
    const state = play(newest([9, 8], 'after-8'), added(page([9, 8], 'after-8'), page([8, 7], null)));
    expect(ids(state)).toEqual([9, 8, 7]);
  });
});
