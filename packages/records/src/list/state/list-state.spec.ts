import { describe, expect, it } from 'vitest';
import { lead } from '../testing/samples.js';
import { reduceList, type ListState } from './list-state.js';

const rows = (...ids: number[]) => ids.map((id) => lead(String(id)));
const began = (...ids: number[]) => reduceList(undefined, { type: 'began', rows: rows(...ids), next: 'a' });
const idsOf = ({ rows: shown }: ListState) => shown.map(({ id }) => Number(id));

describe('the state of a list', () => {
  it('adds the page that was asked for, no row twice', () => {
    const page = { rows: rows(8, 7), next: null };
    const state = reduceList(began(9, 8), { type: 'more-added', after: began(9, 8), page });
    expect(idsOf(state)).toEqual([9, 8, 7]);
    expect(state).toMatchObject({ next: null, more: 'idle' });
  });

  it('leaves out a page of a list that has begun anew', () => {
    const old = { ...began(10, 9), next: 'old' };
    const page = { rows: rows(7), next: 'b' };
    const state = reduceList(began(9, 8), { type: 'more-added', after: old, page });
    expect(idsOf(state)).toEqual([9, 8]);
  });

  it('tells that a page is under way, and that it failed', () => {
    const asked = reduceList(began(9), { type: 'more-asked' });
    expect(asked.more).toBe('loading');
    expect(reduceList(asked, { type: 'more-failed' }).more).toBe('failed');
  });

  const refresh = (state: ListState, first: number[], asked: number[], found: number[]) =>
    reduceList(state, {
      type: 'refreshed',
      first: rows(...first),
      next: 'b',
      asked: asked.map(String),
      found: rows(...found),
    });

  it('counts new records without moving a row', () => {
    const state = refresh(began(9, 8), [11, 10, 9, 8], [], []);
    expect(idsOf(state)).toEqual([9, 8]);
    expect(state).toMatchObject({ fresh: 2, next: 'a' });
  });

  it('takes no record for new that stands behind the last known one', () => {
    expect(refresh(began(9, 8), [9, 8, 7], [], []).fresh).toBe(0);
  });

  it('takes away what is gone, among the rows that were asked for', () => {
    expect(idsOf(refresh(began(9, 8, 7), [9], [8, 7], [7]))).toEqual([9, 7]);
  });

  it('takes new values', () => {
    const first = [lead('9', { Company: 'Other' })];
    const state = reduceList(began(9, 8), { type: 'refreshed', first, next: null, asked: [], found: [] });
    expect(state.rows[0]?.Company).toBe('Other');
  });

  it('shows at once what comes into an empty list', () => {
    expect(
      idsOf(refresh(reduceList(undefined, { type: 'began', rows: [], next: null }), [1], [], [])),
    ).toEqual([1]);
  });

  it('counts down with what is deleted', () => {
    const counted = reduceList(began(9, 8), { type: 'counted', total: 50 });
    const state = reduceList(counted, { type: 'removed', ids: new Set(['9']) });
    expect(idsOf(state)).toEqual([8]);
    expect(state.total).toBe(49);
  });
});
