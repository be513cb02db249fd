import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitor } from '../testing/samples.js';
import {
  isOnline,
  LEFT_FOR,
  nextExpiry,
  noVisitors,
  reduceVisitors,
  type VisitorsChange,
  type VisitorsState,
} from './visitors-state.js';

const at = Date.now();
const loaded = (...ids: string[]): VisitorsState =>
  reduceVisitors(noVisitors, { type: 'loaded', visitors: ids.map((id) => visitor(id)), seq: 1, at });
const caughtUp = (state: VisitorsState, visitors: ReturnType<typeof visitor>[], seq: number, time = at) =>
  reduceVisitors(state, { type: 'caught-up', visitors, seq, at: time });
const ids = ({ visitors }: VisitorsState) => visitors.map(({ visit_id: id }) => id);

describe('the state of online visitors', () => {
  it('shows the newest first, by the number that an id is', () => {
    expect(ids(loaded('99', '1000', '101'))).toEqual(['1000', '101', '99']);
  });

  it('adds and replaces by id', () => {
    const state = caughtUp(
      loaded('1'),
      [visitor('2', { seq: 2 }), visitor('1', { seq: 3, browser: 'Safari' })],
      3,
    );
    expect(ids(state)).toEqual(['2', '1']);
    expect(state.visitors[1]?.browser).toBe('Safari');
    expect(state.seq).toBe(3);
  });

  it('keeps what is newer when an older answer comes late', () => {
    const state = caughtUp(loaded('1'), [visitor('1', { seq: 5, browser: 'Safari' })], 5);
    const late = caughtUp(state, [visitor('1', { seq: 4 })], 4);
    expect(late.visitors[0]?.browser).toBe('Safari');
    expect(late.seq).toBe(5);
  });

  it('keeps who has left for a while, then lets them go', () => {
    const left = caughtUp(loaded('1', '2'), [visitor('1', { seq: 2, online: false })], 2);
    expect(left.visitors.map(isOnline)).toEqual([true, false]);
    expect(nextExpiry(left)).toBe(at + LEFT_FOR);
    const early = reduceVisitors(left, { type: 'expired', at: at + LEFT_FOR - 1 });
    expect(ids(early)).toEqual(['2', '1']);
    const gone = reduceVisitors(left, { type: 'expired', at: at + LEFT_FOR });
    expect(ids(gone)).toEqual(['2']);
    expect(nextExpiry(gone)).toBeUndefined();
  });

  it('does not begin the while anew when a leave is told twice', () => {
    const left = caughtUp(loaded('1'), [visitor('1', { seq: 2, online: false })], 2);
    const again = caughtUp(left, [visitor('1', { seq: 3, online: false })], 3, at + 5_000);
    expect(nextExpiry(again)).toBe(at + LEFT_FOR);
  });

  it('takes back a leave when the visitor returns', () => {
    const left = caughtUp(loaded('1'), [visitor('1', { seq: 2, online: false })], 2);
    const back = caughtUp(left, [visitor('1', { seq: 3 })], 3);
    expect(back.visitors.every(isOnline)).toBe(true);
  });

  it('never shows somebody who came and went between two reads', () => {
    expect(ids(caughtUp(loaded('1'), [visitor('2', { seq: 2, online: false })], 2))).toEqual(['1']);
  });

  it('ends the same whatever the order in which answers arrive', () => {
    const answers: VisitorsChange[] = [2, 3, 4, 5].map((seq) => ({
      type: 'caught-up',
      visitors: [visitor(String(seq % 2), { seq, browser: `Browser ${seq}` })],
      seq,
      at,
    }));
    const play = (order: VisitorsChange[]) =>
      order.reduce(reduceVisitors, noVisitors).visitors.map(({ browser }) => browser);
    const expected = play(answers);
    fc.assert(
      fc.property(fc.shuffledSubarray(answers, { minLength: 4 }), (order) => {
        expect(play(order)).toEqual(expected);
      }),
    );
  });
});
