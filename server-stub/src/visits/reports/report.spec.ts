import type { VisitReport } from '@crm-elements/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, get, newVisitor, send, view } from '../../testing/requests.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';
import { openVisitOffice } from '../../testing/visits.js';

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  const office = openVisitOffice(t, admin);
  await openVisitOffice(t, await t.globex.token(), t.globex).visit('elsewhere');
  const returning = newVisitor();
  const first = await office.visit('first', {
    minutes: 2,
    visitor: returning,
    referrer: 'https://www.bing.com/search?q=oak',
  });
  const again = await office.visit('again', { minutes: 1, visitor: { ...returning, s: clientId() } });
  const lead = await office.visit('known', { minutes: 4, email: 'known@report.test' });
  await collect(t, t.acme, { ...returning, s: clientId() }, [view('https://shop.test/first?page=2#top')]);
  // Paris has winter time until 2:00 on 29 March 2026: half past midnight is half past eleven before in UTC.
  for (const [id, time] of [
    [first, '2026-03-28T22:30:00Z'],
    [again, '2026-03-28T23:30:00Z'],
    [lead, '2026-03-29T21:30:00Z'],
  ])
    await sql`update visit set started_at = ${time} where id = ${id}`.execute(t.database.db);
});
afterAll(() => t.close());

const report = (query = '', token = admin) => get<VisitReport>(t, token, `/v1/visit-report${query}`);
const ofMarch = '?from=2026-03-28&to=2026-03-30';

test('a report counts the visits of the days of the organization, also when the clocks change', async () => {
  const { body } = await report(ofMarch);
  expect(body).toMatchObject({ visits: 3, visitors: 2, leads: 1, chats: 0, minutes: 7 });
  expect(body.by_day).toEqual([
    { day: '2026-03-28', visits: 1, visitors: 1 },
    { day: '2026-03-29', visits: 2, visitors: 2 },
    { day: '2026-03-30', visits: 0, visitors: 0 },
  ]);
  expect(body.by_source).toEqual([
    { kind: 'direct', label: null, visits: 2, minutes: 5 },
    { kind: 'search', label: 'Bing', visits: 1, minutes: 2 },
  ]);
  expect(body.by_page.map(({ label, minutes }) => [label, minutes])).toEqual([
    ['https://shop.test/again', 1],
    ['https://shop.test/first', 2],
    ['https://shop.test/known', 4],
  ]);
  expect(body.by_browser).toEqual([{ label: 'Chrome 140', visits: 3, minutes: 7 }]);
  expect(body.by_visitor_type).toEqual([
    { label: 'Unknown', visits: 2, minutes: 3 },
    { label: 'Lead', visits: 1, minutes: 4 },
  ]);
});

test('pages are told by their address, whatever follows it', async () => {
  const { body } = await report();
  expect(body.by_day).toHaveLength(30);
  expect(body.by_page).toEqual([{ label: 'https://shop.test/first', visits: 1, minutes: 0 }]);
});

test('a report is of one portal, of one organization, of days that are a time', async () => {
  expect((await report(`${ofMarch}&portal_id=${t.globex.portalId}`)).body.visits).toBe(0);
  expect((await report(`${ofMarch}&portal_id=${t.acme.portalId}`)).body.visits).toBe(3);
  expect((await report('', await t.globex.token())).body.visits).toBe(1);
  expect((await report('?from=2026-03-28&to=2026-03-27')).status).toBe(400);
  expect((await report('?from=2020-03-28&to=2026-03-27')).status).toBe(400);
  expect((await report('?from=soon')).status).toBe(400);
});

test('[VIS-144] reports on visits go with the integration, and come back with it', async () => {
  const before = (await report(ofMarch)).body;
  await send(t, admin, 'PUT', '/v1/visitor-tracking', { enabled: false });
  expect((await report(ofMarch)).status).toBe(404);
  await send(t, admin, 'PUT', '/v1/visitor-tracking', { enabled: true });
  expect((await report(ofMarch)).body).toEqual(before);
});
