import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { visitor } from '../../testing/samples.js';
import { FADE, PopUps, SHOWN, STAY } from './pop-ups.js';

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const notice = (id: number) => ({ seq: id, at: '2026-03-04T09:30:00.000Z', visitor: visitor(String(id)) });
const ids = (popUps: PopUps) => popUps.shown.map((popUp) => popUp.notice.visitor.visit_id);

let popUps: PopUps;
beforeEach(() => {
  vi.useFakeTimers();
  popUps = new PopUps(host);
});
afterEach(() => vi.useRealTimers());

test('the newest are on top, a few at a time, and the others are counted', () => {
  popUps.add([notice(1)]);
  popUps.add([5, 4, 3, 2].map(notice));
  expect([ids(popUps), popUps.rest]).toEqual([['5', '4', '3'], 5 - SHOWN]);
  popUps.dismiss('4');
  expect([ids(popUps), popUps.rest]).toEqual([['5', '3', '2'], 1]);
  popUps.dismissAll();
  expect([ids(popUps), popUps.rest]).toEqual([[], 0]);
});

test('they fade and go by themselves', () => {
  popUps.add([notice(1)]);
  vi.advanceTimersByTime(STAY / 2);
  popUps.add([notice(2)]);
  vi.advanceTimersByTime(STAY / 2 - FADE);
  expect(popUps.shown.map(({ isFading }) => isFading)).toEqual([false, true]);
  vi.advanceTimersByTime(FADE);
  expect(ids(popUps)).toEqual(['2']);
  vi.advanceTimersByTime(STAY / 2);
  expect(ids(popUps)).toEqual([]);
});

test('they stay while the reader is at them, and nothing moves under the pointer', () => {
  popUps.add([3, 2, 1].map(notice));
  vi.advanceTimersByTime(STAY - 1);
  popUps.hold('pointer');
  popUps.hold('focus');
  popUps.add([notice(4)]);
  vi.advanceTimersByTime(10 * STAY);
  popUps.release('pointer');
  vi.advanceTimersByTime(10 * STAY);
  expect([ids(popUps), popUps.rest]).toEqual([['3', '2', '1'], 1]);
  expect(popUps.shown.some(({ isFading }) => isFading)).toBe(false);
  popUps.release('focus');
  vi.advanceTimersByTime(STAY);
  expect(ids(popUps)).toEqual([]);
});
