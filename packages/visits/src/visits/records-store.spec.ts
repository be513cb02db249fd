import { CrmError } from '@crm-elements/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { visitsRoom } from '../shared/room.js';
import { fakeCrm, later, recordPage } from '@crm-elements/testing';
import { ACTIONS, action, visit, VISITS } from '../testing/samples.js';
import { newestFirst } from './list/sort.js';
import { createActionsStore, createVisitsStore } from './visits-store.js';
import { visitFields } from './visit.js';

const settle = () => vi.advanceTimersByTimeAsync(0);

function begin(portalId = '') {
  const crm = fakeCrm({
    [VISITS]: ({ query }) =>
      query.page_token === 'second'
        ? recordPage([visit('2'), visit('1')])
        : recordPage([visit('4'), visit('3')], 'second'),
  });
  const store = createVisitsStore(crm.client, {
    portalId,
    sort: newestFirst,
  });
  const stop = store.start();
  const shown = () => store.state.value.data?.rows.map(({ id }) => id);
  return { ...crm, store, stop, shown };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the store of visits', () => {
  it('asks for the sixteen fields of the module Visits, of one portal', async () => {
    const { asked } = begin('7');
    await settle();
    expect(visitFields).toHaveLength(16);
    expect(asked[0]?.params).toEqual({ module: 'Visits' });
    expect(String(asked[0]?.query.fields).split(',')).toEqual([...visitFields, '$online']);
    expect(asked[0]?.query.portal_id).toBe('7');
  });

  it('loads more by the page token', async () => {
    const { asked, shown, store } = begin();
    await settle();
    await store.loadMore();
    expect(asked[1]?.query.page_token).toBe('second');
    expect(shown()).toEqual(['4', '3', '2', '1']);
    expect(store.state.value.data?.next).toBeNull();
  });

  it('asks once however often more is wanted', async () => {
    const { asked, store } = begin();
    await settle();
    await Promise.all([store.loadMore(), store.loadMore(), store.loadMore()]);
    expect(asked).toHaveLength(2);
  });

  it('says that more is loading, and that it failed, and keeps the rows', async () => {
    const { answer, shown, store } = begin();
    await settle();
    const slow = later<unknown>();
    answer(VISITS, () => slow.promise);
    const more = store.loadMore();
    expect(store.state.value.data?.more).toBe('loading');
    slow.reject(new CrmError('offline', 'offline', 'no'));
    await more;
    expect(store.state.value.data?.more).toBe('failed');
    expect(shown()).toEqual(['4', '3']);
  });

  it('begins anew when its place in the list has expired', async () => {
    const { answer, shown, store } = begin();
    await settle();
    answer(VISITS, ({ query }) => {
      if (query.page_token) throw new CrmError('refused', 'EXPIRED_VALUE', 'expired');
      return recordPage([visit('6'), visit('5')], 'fresh');
    });
    await store.loadMore();
    expect(store.state.value.status).toBe('loading');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown()).toEqual(['6', '5']);
    expect(store.state.value.data?.next).toBe('fresh');
  });

  it('reads the newest page again when the room moves on, at most once a second', async () => {
    const { asked, answer, hint, shown } = begin();
    await settle();
    answer(VISITS, () => recordPage([visit('5', { $online: true }), visit('4')], 'other'));
    for (let seq = 1; seq <= 30; seq++) {
      hint(visitsRoom, seq);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(shown()).toEqual(['5', '4', '3']);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('shows a list view in its own order, which nothing else may be asked for with', async () => {
    const { client, asked } = fakeCrm({ [VISITS]: () => recordPage([visit('1')]) });
    const sort = { by: 'Time_Spent_Minutes', order: 'desc' } as const;
    createVisitsStore(client, { portalId: '', view: { id: '3', criteria: null, sort }, sort }).start();
    await settle();
    expect(asked[0]?.query.cvid).toBe('3');
    expect(asked[0]?.query.sort_by).toBeUndefined();
  });

  it('shows a list view in another order by its criteria', async () => {
    const SEARCH = 'GET /crm/v8/:module/search';
    const { client, asked } = fakeCrm({ [SEARCH]: () => recordPage([visit('1')]) });
    const view = { id: '5', criteria: '(Visitor_Type:equals:Lead)', sort: newestFirst };
    const sort = { by: 'Time_Spent_Minutes', order: 'asc' } as const;
    createVisitsStore(client, { portalId: '7', view, sort }).start();
    await settle();
    expect(asked[0]?.query).toMatchObject({
      criteria: view.criteria,
      portal_id: '7',
      sort_by: 'Time_Spent_Minutes',
      sort_order: 'asc',
    });
  });

  it('is empty when the answer has no body', async () => {
    const crm = fakeCrm({ [VISITS]: () => undefined });
    const store = createVisitsStore(crm.client, {
      portalId: '',
      sort: newestFirst,
    });
    store.start();
    await settle();
    expect(store.state.value).toMatchObject({ status: 'ready', data: { rows: [], next: null } });
  });
});

describe('the store of the actions of a visit', () => {
  it('asks for the related list of that visit', async () => {
    const crm = fakeCrm({ [ACTIONS]: () => recordPage([action('1')]) });
    const store = createActionsStore(crm.client, '42');
    store.start();
    await settle();
    expect(crm.asked[0]?.params).toEqual({ module: 'Visits', id: '42', related: 'Actions_Performed' });
    expect(store.state.value.data?.rows).toHaveLength(1);
  });
});
