import type { OnlineVisitorPage, VisitReport } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, view } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp({ trustProxy: true, countryHeader: 'cf-ipcountry' });
  token = await t.acme.token();
});
afterAll(() => t.close());

let pages = 0;
/** The country that the live list shows for a visit with these headers. */
async function countryOf(headers: Record<string, string>, visitor: object = newVisitor()) {
  const url = `https://shop.test/country/${++pages}`;
  await collect(t, t.acme, visitor, [view(url)], headers);
  const read = () => get<OnlineVisitorPage>(t, token, '/v1/visitors?limit=200');
  const { body } = await eventually(read, ({ body: { data } }) => data.some(({ page }) => page.url === url));
  return body.data.find(({ page }) => page.url === url)?.country;
}

test('a visit has the country that the proxy names, if it names one', async () => {
  expect(await countryOf({ 'cf-ipcountry': 'be' })).toBe('BE');
  expect(await countryOf({ 'cf-ipcountry': 'XX' })).toBeNull();
  expect(await countryOf({ 'cf-ipcountry': 'T1' })).toBeNull();
  expect(await countryOf({})).toBeNull();
});

test('a visitor who is only counted has a country and no address', async () => {
  expect(await countryOf({ 'cf-ipcountry': 'FR' }, {})).toBe('FR');
  const { body } = await get<OnlineVisitorPage>(t, token, '/v1/visitors?limit=200');
  expect(body.data[0]).toMatchObject({ country: 'FR', ip_address: null });
});

test('a visit keeps its country while the visitor travels, and the report counts it', async () => {
  const visitor = newVisitor();
  expect(await countryOf({ 'cf-ipcountry': 'MA' }, visitor)).toBe('MA');
  expect(await countryOf({ 'cf-ipcountry': 'ES' }, visitor)).toBe('MA');
  const { by_country: countries } = (await get<VisitReport>(t, token, '/v1/visit-report')).body;
  expect(countries.find(({ label }) => label === 'MA')).toMatchObject({ visits: 1 });
  expect(countries.find(({ label }) => label === 'ES')).toBeUndefined();
});
