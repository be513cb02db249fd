import { CrmError } from '@crm-elements/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { visitsRoom } from '../shared/room.js';
import { fakeCrm, later, type Answer } from '@crm-elements/testing';
import { visitor, visitorPage, VISITORS } from '../testing/samples.js';
import { VisitorsStore } from './visitors-store.js';

const shown = ({ state }: VisitorsStore) => state.value.data?.visitors.map(({ visit_id: id }) => id);
const settle = () => vi.advanceTimersByTimeAsync(0);

function begin(portalId = '', answer: Answer = () => visitorPage([visitor('1')], 10)) {
  const crm = fakeCrm({ [VISITORS]: answer });
  const store = new VisitorsStore(crm.client, portalId);
  return { ...crm, store, stop: store.start() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the store of online visitors', () => {
  it('reads all pages and knows the sequence of the first', async () => {
    const { asked, store } = begin('7', ({ query }) =>
      query.cursor ? visitorPage([visitor('1')], 12) : visitorPage([visitor('2')], 11, '2'),
    );
    await settle();
    expect(shown(store)).toEqual(['2', '1']);
    expect(store.state.value.data?.seq).toBe(11);
    expect(asked.map(({ query }) => query)).toEqual([
      { limit: 200, portal_id: '7' },
      { limit: 200, portal_id: '7', cursor: '2' },
    ]);
  });

  it('asks for nothing when a hint tells nothing new', async () => {
    const { asked, hint } = begin();
    await settle();
    hint(visitsRoom, 10);
    hint(visitsRoom, 3);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(1);
  });

  it('answers a hundred hints with one read at a time, at most five a second', async () => {
    const { asked, answer, hint } = begin();
    await settle();
    let seq = 10;
    answer(VISITORS, () => visitorPage([], seq));
    for (let turn = 0; turn < 100; turn++) {
      hint(visitsRoom, ++seq);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  it('reads once more for what came while it was reading, from where it then stands', async () => {
    const { asked, answer, hint, store } = begin();
    await settle();
    const slow = later<unknown>();
    answer(VISITORS, () => slow.promise);
    await vi.advanceTimersByTimeAsync(200);
    hint(visitsRoom, 11);
    hint(visitsRoom, 12);
    hint(visitsRoom, 13);
    answer(VISITORS, () => visitorPage([visitor('3', { seq: 13 })], 13));
    slow.resolve(visitorPage([visitor('2', { seq: 12 })], 12));
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.slice(1).map(({ query }) => query.since)).toEqual([10, 12]);
    expect(shown(store)).toEqual(['3', '2', '1']);
  });

  it('lets go of somebody who has left after eight seconds', async () => {
    const { answer, hint, store } = begin();
    await settle();
    answer(VISITORS, () => visitorPage([visitor('1', { seq: 11, online: false })], 11));
    await vi.advanceTimersByTimeAsync(200);
    hint(visitsRoom, 11);
    await settle();
    expect(shown(store)).toEqual(['1']);
    await vi.advanceTimersByTimeAsync(7_900);
    expect(shown(store)).toEqual(['1']);
    await vi.advanceTimersByTimeAsync(200);
    expect(shown(store)).toEqual([]);
  });

  it('is stale from the loss of the link on, not while it first connects, and catches up when it is back', async () => {
    const { asked, answer, link, store } = begin();
    await settle();
    expect(store.state.value.stale).toBe(false);
    link.set('online');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(1);
    link.set('offline');
    expect(store.state.value).toMatchObject({ status: 'ready', stale: true });
    answer(VISITORS, () => visitorPage([visitor('2', { seq: 20 })], 20));
    link.set('online');
    await settle();
    expect(store.state.value.stale).toBe(false);
    expect(shown(store)).toEqual(['2', '1']);
  });

  it('keeps its data when a read fails, and reads again at the next hint', async () => {
    const { answer, hint, store } = begin();
    await settle();
    answer(VISITORS, () => Promise.reject(new CrmError('server', 'internal_error', 'no')));
    await vi.advanceTimersByTimeAsync(200);
    hint(visitsRoom, 11);
    await settle();
    expect(store.state.value).toMatchObject({ status: 'ready', stale: true });
    expect(shown(store)).toEqual(['1']);
    answer(VISITORS, () => visitorPage([visitor('2', { seq: 11 })], 11));
    await vi.advanceTimersByTimeAsync(200);
    hint(visitsRoom, 11);
    await settle();
    expect(shown(store)).toEqual(['2', '1']);
    expect(store.state.value.stale).toBe(false);
  });

  it('does not hammer a server that fails', async () => {
    const { asked, answer } = begin();
    answer(VISITORS, () => Promise.reject(new CrmError('server', 'internal_error', 'no')));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveLength(1);
  });

  it('loses its data with the right to see them', async () => {
    const { answer, hint, store } = begin();
    await settle();
    answer(VISITORS, () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')));
    await vi.advanceTimersByTimeAsync(200);
    hint(visitsRoom, 11);
    await settle();
    expect(store.state.value).toMatchObject({ status: 'error', data: undefined });
    expect(store.state.value.error?.kind).toBe('forbidden');
  });

  it('leaves the room and reads no more once stopped', async () => {
    const { asked, answer, hint, members, stop, store } = begin();
    await settle();
    const slow = later<unknown>();
    answer(VISITORS, () => slow.promise);
    await vi.advanceTimersByTimeAsync(200);
    hint(visitsRoom, 11);
    stop();
    slow.resolve(visitorPage([visitor('2')], 11));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(members(visitsRoom)).toBe(0);
    expect(asked).toHaveLength(2);
    expect(shown(store)).toEqual(['1']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
