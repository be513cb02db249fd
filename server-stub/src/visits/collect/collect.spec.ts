import type { OnlineVisitorPage, RecordPage, VisitEvent } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, clientId, type TestApp } from '../../testing/test-app.js';
import { CHROME, collect, eventually, get, newVisitor, view } from '../../testing/requests.js';

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
});
afterAll(() => t.close());

const online = async () => (await get<OnlineVisitorPage>(t, token, '/v1/visitors?limit=200')).body;
const visitOf = async (url: string) =>
  eventually(
    async () => (await online()).data.find((visitor) => visitor.path.some((page) => page.url === url)),
    (found) => found !== undefined,
  );
const visits = async () => (await get<RecordPage>(t, token, '/crm/v2/Visits')).body.data;

describe('collect', () => {
  test('[VIS-30] [VIS-45] [VIS-53] a page view becomes a visit with referrer and search word', async () => {
    const answer = await collect(t, t.acme, newVisitor(), [
      view('https://shop.test/a?gclid=g1', { n: 'Shoes', r: 'https://www.google.fr/search?q=red+shoes' }),
    ]);
    expect(answer.json()).toEqual({ r: 1 });
    const visit = (await visits()).find((row) => row.Visited_Page_URL === 'https://shop.test/a?gclid=g1');
    expect(visit).toMatchObject({
      Visited_Page: 'Shoes',
      Referrer: 'https://www.google.fr/search?q=red+shoes',
      Search_Engine: 'Google',
      Search_Keyword: 'red shoes',
      Browser: 'Chrome 140',
      Operating_System: 'Windows 10',
      IP_Address: '127.0.0.1',
      Visitor_Type: 'Unknown',
      Portal_Name: 'acme shop',
    });
  });

  test('the same batch twice is stored once', async () => {
    const visitor = newVisitor();
    const events = [
      view('https://shop.test/twice'),
      { t: 'e' as const, i: clientId(), n: 'added' },
      { t: 'o' as const, i: clientId(), u: 'https://else.test/' },
    ];
    await collect(t, t.acme, visitor, events);
    await collect(t, t.acme, visitor, events);
    const { visit_id: id, page_count: pages } = (await visitOf('https://shop.test/twice'))!;
    expect(pages).toBe(1);
    const { body } = await get<{ data: VisitEvent[] }>(t, token, `/v1/visits/${id}/events`);
    expect(body.data.map(({ kind }) => kind).sort()).toEqual(['custom', 'outbound']);
  });

  test('[VIS-44] [VIS-78] [VIS-81] engagement is a total that may come early, late and twice', async () => {
    const visitor = newVisitor();
    const first = view('https://shop.test/first');
    const second = view('https://shop.test/second', { n: 'Second' });
    await collect(t, t.acme, visitor, [{ t: 'g', i: first.i, m: 90_000, d: 80 }]);
    await collect(t, t.acme, visitor, [{ ...first, a: 60_000 }]);
    await collect(t, t.acme, visitor, [{ t: 'g', i: first.i, m: 30_000, d: 10, x: 1 }, second]);
    const { visit_id: id } = (await visitOf('https://shop.test/second'))!;
    const { body } = await get<RecordPage>(
      t,
      token,
      `/crm/v8/Visits/${id}/Actions_Performed?fields=Action_Type,Actions,Time_Spent,Action_Performed_Time`,
    );
    const actions = body.data.map(({ Action_Type, Actions, Time_Spent }) => ({
      Action_Type,
      Actions,
      Time_Spent,
    }));
    expect(actions).toContainEqual({ Action_Type: 'Accessed', Actions: 'Page', Time_Spent: 1.5 });
    expect(actions).toContainEqual({ Action_Type: 'Navigation', Actions: 'Second', Time_Spent: 0 });
    expect((await visits()).find((row) => row.id === id)).toMatchObject({ Time_Spent_Minutes: 1.5 });
  });

  test('a visit ends with its last page, not with one of two tabs', async () => {
    const visitor = newVisitor();
    const [left, right] = [view('https://shop.test/left'), view('https://shop.test/right')];
    await collect(t, t.acme, visitor, [left]);
    await collect(t, t.acme, visitor, [right]);
    await collect(t, t.acme, visitor, [{ t: 'g', i: left.i, m: 1000, d: 0, x: 1 }]);
    const { visit_id: id } = (await visitOf('https://shop.test/right'))!;
    await collect(t, t.acme, visitor, [{ t: 'g', i: right.i, m: 1000, d: 0, x: 1 }]);
    await eventually(online, ({ data }) => data.every((one) => one.visit_id !== id));
  });

  test('a wrong clock bends a time, it loses no visit', async () => {
    await collect(t, t.acme, newVisitor(), [view('https://shop.test/past', { a: 10 * 365 * 86_400_000 })]);
    await collect(t, t.acme, newVisitor(), [view('https://shop.test/future', { a: -86_400_000 })]);
    const urls = (await visits()).map((row) => row.Visited_Page_URL);
    expect(urls).toEqual(expect.arrayContaining(['https://shop.test/past', 'https://shop.test/future']));
    expect((await visitOf('https://shop.test/future'))?.online).toBe(true);
  });

  test('anonymous visitors are counted without an address, one visit for half an hour', async () => {
    const headers = { 'user-agent': `${CHROME} anonymous` };
    await collect(t, t.acme, {}, [view('https://shop.test/anon-1')], headers);
    await collect(t, t.acme, {}, [view('https://shop.test/anon-2')], headers);
    const visit = await visitOf('https://shop.test/anon-2');
    expect(visit).toMatchObject({ ip_address: null, page_count: 2 });
  });

  test('bots are answered and not stored', async () => {
    const answer = await collect(t, t.acme, newVisitor(), [view('https://shop.test/bot')], {
      'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)',
    });
    expect(answer.statusCode).toBe(200);
    expect((await visits()).map((row) => row.Visited_Page_URL)).not.toContain('https://shop.test/bot');
  });

  test('a command travels in the answers until the page has carried it out', async () => {
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [view('https://shop.test/command')]);
    const { visit_id: id } = (await visitOf('https://shop.test/command'))!;
    const queued = await t.app.http.inject({
      method: 'POST',
      url: `/v1/visits/${id}/commands`,
      headers: { authorization: `Bearer ${token}` },
      payload: { type: 'page', name: 'offer', data: { percent: 10 } },
    });
    expect(queued.json()).toEqual({ n: 1 });
    const beat = { t: 'g' as const, i: clientId(), m: 0, d: 0 };
    const command = { n: 1, t: 'page', name: 'offer', data: { percent: 10 } };
    expect((await collect(t, t.acme, visitor, [beat])).json()).toEqual({ r: 1, c: [command] });
    expect((await collect(t, t.acme, visitor, [beat])).json()).toEqual({ r: 1, c: [command] });
    expect((await collect(t, t.acme, { ...visitor, c: 1 } as never, [beat])).json()).toEqual({ r: 1 });
  });
});
