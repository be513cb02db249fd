import type { RecordPage, VisitEvent, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view } from '../../testing/requests.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';
import { openVisitOffice, type VisitOffice } from '../../testing/visits.js';

let t: TestApp;
let admin: string;
let office: VisitOffice;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  office = openVisitOffice(t, admin);
});
afterAll(() => t.close());

const FIREFOX = 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

/** The record of a visit that a browser begins with one request. */
async function record(url: string, page: Parameters<typeof view>[1] = {}, userAgent = FIREFOX) {
  await collect(t, t.acme, newVisitor(), [view(url, page)], { 'user-agent': userAgent });
  const { body } = await get<RecordPage>(t, admin, '/crm/v2/Visits');
  const found = body.data.find(({ Visited_Page_URL }) => Visited_Page_URL === url);
  if (!found) throw new Error(`no visit of ${url}`);
  return found;
}

describe('the record of a visit tells', () => {
  test('[VIS-43] [VIS-48] [VIS-52] the page that was viewed, its address and when', async () => {
    const before = Math.floor(Date.now() / 1_000) * 1_000;
    const visit = await record('https://shop.test/lamps?colour=oak#top', { n: 'Lamps – Acme', a: 90_000 });
    expect(visit).toMatchObject({
      Visited_Page: 'Lamps – Acme',
      Visited_Page_URL: 'https://shop.test/lamps?colour=oak#top',
    });
    const visitedAt = Date.parse(String(visit.Visited_Time)) + 90_000;
    expect(visitedAt).toBeGreaterThanOrEqual(before - 1_000);
    expect(visitedAt).toBeLessThanOrEqual(Date.now());
    expect((await record('https://shop.test/untitled', { n: '' })).Visited_Page).toBe(
      'https://shop.test/untitled',
    );
  });

  test.each([
    [FIREFOX, 'Firefox 143', 'Linux'],
    [IPHONE, 'Safari 18', 'iOS 18'],
  ])('[VIS-46] [VIS-49] [VIS-55] the agent, its browser and system: %s', async (agent, browser, system) => {
    const visit = await record(`https://shop.test/agent/${encodeURIComponent(browser)}`, {}, agent);
    expect(visit).toMatchObject({ User_Agents: agent, Browser: browser, Operating_System: system });
  });

  test.each([
    ['https://www.google.fr/search?q=oak+lamp&sca_esv=1', 'Google', 'oak lamp'],
    ['https://duckduckgo.com/?q=lampe%20de%20ch%C3%AAne', 'DuckDuckGo', 'lampe de chêne'],
    ['https://www.google.com/', 'Google', null],
    ['https://news.test/?q=lamps', null, null],
  ])('[VIS-54] [VIS-53] [VIS-45] by which search it came: %s', async (referrer, engine, keyword) => {
    const visit = await record(`https://shop.test/from/${encodeURIComponent(referrer)}`, { r: referrer });
    expect(visit).toMatchObject({ Referrer: referrer, Search_Engine: engine, Search_Keyword: keyword });
  });

  test('[VIS-56] the portal of its site by the name that it has now', async () => {
    const visit = await record('https://shop.test/portal');
    expect(visit.Portal_Name).toBe('acme shop');
    await office.change({ name: 'Acme, the shop' });
    expect((await office.read(visit.id)).Portal_Name).toBe('Acme, the shop');
    await office.change({ name: 'acme shop' });
  });

  test('[VIS-17] everything of a visit: who, from where, what was done, and for how long', async () => {
    const visitor = newVisitor();
    const id = await office.visit('first', {
      visitor,
      minutes: 1,
      referrer: 'https://www.bing.com/search?q=brass',
      email: 'ida@details.test',
    });
    const second = view('https://shop.test/second', { n: 'second' });
    await collect(t, t.acme, visitor, [second, { t: 'g', i: second.i, m: 30_000, d: 80 }]);
    const visit = await eventually(
      () => office.read(id),
      ({ Time_Spent_Minutes }) => Time_Spent_Minutes === 1.5,
    );
    expect(visit).toMatchObject({
      Visited_By: { name: 'ida', module: { api_name: 'Leads' } },
      Visitor_Type: 'Lead',
      Visited_Page: 'first',
      Search_Engine: 'Bing',
      Search_Keyword: 'brass',
      Attended_By: { email: 'agent@acme.test' },
    });
    const empty = Object.entries(visit).filter(([, value]) => value === null);
    expect(empty.map(([name]) => name).filter((name) => !/^(GCLID|Campaign_)/.test(name))).toEqual([]);
    const actions = await get<RecordPage>(
      t,
      admin,
      `/crm/v8/Visits/${id}/Actions_Performed?fields=Actions,Time_Spent&sort_order=asc`,
    );
    expect(actions.body.data.map(({ Actions, Time_Spent }) => [Actions, Time_Spent])).toEqual([
      ['first', 1],
      ['second', 0.5],
    ]);
  });
});

test('[VIS-60] fields that a page tells are listed with the visit, and like ones of the CRM are filled', async () => {
  const told = { 'Plan chosen': 'Team', Seats: 12 };
  const choose = { t: 'e' as const, n: 'plan', w: told };
  const id = await office.visit('plans', { events: [{ ...choose, i: clientId() }] });
  const { body } = await get<{ data: VisitEvent[] }>(t, admin, `/v1/visits/${id}/events`);
  const listed = body.data.flatMap(({ data }) => Object.keys(data.values as object));
  expect(listed.sort()).toEqual(Object.keys(told));
  const { body: made } = await send<{ fields: WriteRow[] }>(
    t,
    admin,
    'POST',
    '/crm/v8/settings/fields?module=Visits',
    {
      fields: listed.map((label) =>
        label === 'Seats'
          ? { field_label: label, data_type: 'integer' }
          : { field_label: label, data_type: 'text', length: 50 },
      ),
    },
  );
  expect(made.fields.map(({ code }) => code)).toEqual(['SUCCESS', 'SUCCESS']);
  const later = await office.visit('plans again', { events: [{ ...choose, i: clientId() }] });
  const visit = await eventually(
    () => office.read(later),
    ({ Seats }) => Seats !== null,
  );
  expect(visit).toMatchObject({ Plan_chosen: 'Team', Seats: 12 });
});
