import type { VisitorNotice } from '@crm-elements/contract';
import { expect, test } from 'vitest';
import { visitor } from '../testing/samples.js';
import { addNotices, firstNotices, MOST, untold } from './notices-state.js';

const notice = (seq: number, online = true): VisitorNotice => ({
  seq,
  at: '2026-03-04T09:30:00.000Z',
  visitor: visitor(String(100 + seq), { online }),
});
const answer = (...seqs: number[]) => ({
  data: seqs.map((seq) => notice(seq)),
  seq: seqs.at(-1) ?? 0,
  notifies: true,
});
const seqsOf = (notices: readonly VisitorNotice[]) => notices.map(({ seq }) => seq);

test('what was there before anything was kept is old', () => {
  const state = firstNotices(answer(1, 2), undefined);
  expect(seqsOf(state.notices)).toEqual([2, 1]);
  expect([untold(state), state.seen]).toEqual([[], 2]);
});

test('what came while another page was open is told, but for those who have left', () => {
  const data = [notice(4), notice(5, false), notice(6)];
  const state = firstNotices({ data, seq: 6, notifies: true }, { told: 4, seen: 3 });
  expect([seqsOf(untold(state)), state.seen]).toEqual([[6], 3]);
});

test('a room that begins anew tells again', () => {
  const state = firstNotices(answer(1), { told: 90, seen: 90 });
  expect([state.told, state.seen]).toEqual([1, 1]);
  expect(seqsOf(untold(addNotices(state, answer(2))))).toEqual([2]);
});

test('an answer that comes twice adds nothing twice, and old ones go', () => {
  const first = firstNotices(answer(1, 2), undefined);
  const next = addNotices(addNotices(first, answer(2, 3)), answer(3));
  expect([seqsOf(next.notices), seqsOf(untold(next))]).toEqual([[3, 2, 1], [3]]);
  const many = addNotices(next, answer(...Array.from({ length: MOST }, (_, index) => 4 + index)));
  expect([many.notices.length, many.notices.at(-1)?.seq]).toEqual([MOST, 4]);
});
