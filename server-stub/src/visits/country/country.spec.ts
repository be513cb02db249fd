import type { OnlineVisitorPage, VisitReport } from '@crm-elements/contract';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCountryDatabase } from '../../testing/country-database.js';
import { collect, eventually, get, newVisitor, view } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { createCountryFinder } from './find-country.js';

const folder = mkdtempSync(join(tmpdir(), 'crm-country-'));
const countryDatabase = join(folder, 'countries.mmdb');
writeFileSync(countryDatabase, makeCountryDatabase('203.0.113.0', 'FR'));

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp({ trustProxy: true, countryHeader: 'cf-ipcountry', countryDatabase });
  token = await t.acme.token();
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

let pages = 0;
/** The country that the live list shows for a visit with these headers. */
async function countryOf(headers: Record<string, string>, visitor: object = newVisitor()) {
  const url = `https://shop.test/country/${++pages}`;
  await collect(t, t.acme, visitor, [view(url)], headers);
  const read = () => get<OnlineVisitorPage>(t, token, '/v1/visitors?limit=200');
  const { body } = await eventually(read, ({ body: { data } }) => data.some(({ page }) => page.url === url));
  return body.data.find(({ page }) => page.url === url)?.country;
}

test('a visit has the country that the proxy names, else that of its address', async () => {
  expect(await countryOf({ 'cf-ipcountry': 'be', 'x-forwarded-for': '203.0.113.7' })).toBe('BE');
  expect(await countryOf({ 'x-forwarded-for': '203.0.113.7' })).toBe('FR');
  expect(await countryOf({ 'x-forwarded-for': '::ffff:203.0.113.8' })).toBe('FR');
  expect(await countryOf({ 'cf-ipcountry': 'XX', 'x-forwarded-for': '203.0.113.9' })).toBe('FR');
  expect(await countryOf({ 'cf-ipcountry': 'T1', 'x-forwarded-for': '198.51.100.1' })).toBeNull();
  expect(await countryOf({ 'x-forwarded-for': '2001:db8::1' })).toBeNull();
});

test('a visitor who is only counted has a country and no address', async () => {
  expect(await countryOf({ 'x-forwarded-for': '203.0.113.20' }, {})).toBe('FR');
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

test('a file that is no database is refused at the start, in one line', async () => {
  const path = join(folder, 'wrong.mmdb');
  writeFileSync(path, 'no database');
  for (const countryDatabase of [path, join(folder, 'missing.mmdb')])
    await expect(createCountryFinder({ countryDatabase })).rejects.toThrow(
      `CRM_COUNTRY_DB is "${countryDatabase}"`,
    );
});
