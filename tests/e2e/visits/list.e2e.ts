import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { crmOrigin } from '../origins.js';
import { askCrm } from './api.js';
import { fact, readColumn, visitShop } from './people.js';

let page: Page;
let zone: string;
test.beforeAll(async ({ browser }) => {
  const { org } = await askCrm<{ org: { time_zone: string }[] }>(
    { origin: crmOrigin() },
    'GET',
    '/crm/v8/org',
  );
  zone = org[0]?.time_zone ?? 'UTC';
  // Whatever the hour, somebody came today.
  const shop = await visitShop(browser, '/about.html');
  page = await signIn(browser, 'Admin');
  await openPage(page, 'Visits');
  await expect(list().getByRole('row').filter({ hasText: 'Online now' })).not.toHaveCount(0);
  await shop.context().close();
});
test.beforeEach(() => openPage(page, 'Visits'));
test.afterAll(() => page.context().close());

const list = () => page.locator('crm-visits');
const choose = (view: string) => list().getByRole('combobox', { name: 'View' }).selectOption({ label: view });
const column = (title: string) => readColumn(list(), title);
const numbers = async (title: string) => (await column(title)).map(Number);
const isFalling = (values: readonly (number | string)[]) =>
  values.length > 1 && values.every((value, index) => index === 0 || value <= (values[index - 1] ?? value));
/** The day of a time where the organization is. */
const day = (time: string) => new Date(time).toLocaleDateString('en', { timeZone: zone });
const allToday = async () => {
  const times = await column('Visited Time');
  return times.length > 0 && times.every((time) => day(time) === day(new Date().toISOString()));
};

test('[VIS-26] [VIS-17] [VIS-61] the tab is there from the beginning and lists all visits, the newest first', async () => {
  await expect(page).toHaveURL(/\/visits$/);
  await expect(list().getByRole('columnheader')).toHaveCount(16);
  await expect(list().getByRole('combobox', { name: 'View' }).locator('option:checked')).toHaveText(
    'All Visits',
  );
  await expect.poll(async () => isFalling(await column('Visited Time'))).toBe(true);
  const before = (await column('Visited Time')).length;
  await list().getByRole('button', { name: 'Load more' }).click();
  await expect.poll(async () => (await column('Visited Time')).length).toBeGreaterThan(before);
  expect(isFalling(await column('Visited Time'))).toBe(true);
});

test('[VIS-62] [VIS-64] today’s visits are those of today, and the longest of them are on top', async () => {
  await choose('Today’s Visits');
  await expect.poll(allToday).toBe(true);
  await choose('Today’s Top Visits');
  await expect.poll(async () => isFalling(await numbers('Time Spent (Minutes)'))).toBe(true);
  expect(await allToday()).toBe(true);
});

test('[VIS-63] top visits are the longest of all', async () => {
  await choose('Top Visits');
  await expect.poll(async () => isFalling(await numbers('Time Spent (Minutes)'))).toBe(true);
  const days = new Set((await column('Visited Time')).map(day));
  expect(days.size).toBeGreaterThan(1);
  await choose('Visits by Leads');
  await list().getByRole('button', { name: 'Time Spent (Minutes)' }).click();
  await expect.poll(async () => isFalling(await numbers('Time Spent (Minutes)'))).toBe(true);
  expect(new Set(await column('Visitor Type'))).toEqual(new Set(['Lead']));
});

test('[VIS-65] [VIS-66] visits of leads and of contacts have a view each', async () => {
  const types = async () => [...new Set(await column('Visitor Type'))].sort();
  await choose('Visits by Leads');
  await expect.poll(types).toEqual(['Lead']);
  await choose('Visits by Contacts');
  await expect.poll(types).toEqual(['Contact', 'Customer', 'Potential']);
});

test('[VIS-36] [VIS-44] [VIS-81] a row unfolds to what was done, whose minutes are those of the visit', async () => {
  await choose('Top Visits');
  await expect.poll(async () => isFalling(await numbers('Time Spent (Minutes)'))).toBe(true);
  await list().locator('tr.row').first().getByRole('button').click();
  const actions = list().locator('crm-visit-actions tbody').getByRole('row');
  await expect(actions.first()).toContainText('Accessed');
  // The time of a chat is a part of that of its page.
  const pages = actions.filter({ hasNot: page.getByRole('cell', { name: 'Chat', exact: true }) });
  // Whoever is online goes on meanwhile.
  await expect(async () => {
    const [minutes = 0] = await numbers('Time Spent (Minutes)');
    const parts = (await pages.locator('td:nth-child(3)').allInnerTexts()).map(Number);
    expect(parts.length).toBeGreaterThan(1);
    // Each is rounded to a hundredth.
    expect(Math.abs(parts.reduce((sum, part) => sum + part) - minutes)).toBeLessThan(0.05);
  }).toPass();
});

test('[VIS-51] the revenue of a customer is that of their deals won', async () => {
  await choose('Visits by Contacts');
  await list().locator('tr.row').filter({ hasText: 'Customer' }).first().getByRole('link').first().click();
  const revenue = await fact(page, 'Revenue').innerText();
  await page.locator('crm-visit').getByRole('heading', { level: 2 }).getByRole('link').click();
  await expect(page).toHaveURL(/records\/Contacts\/\d+$/);
  const contact = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { data: deals } = await askCrm<{ data: { Stage: string; Amount: number }[] }>(
    { origin: crmOrigin() },
    'GET',
    `/crm/v8/Contacts/${contact}/Deals?fields=Stage,Amount`,
  );
  const won = deals.filter(({ Stage }) => Stage === 'Closed Won').map(({ Amount }) => Amount);
  expect(won.length).toBeGreaterThan(0);
  expect(revenue).toBe(new Intl.NumberFormat('en').format(won.reduce((sum, amount) => sum + amount)));
});

test('above the list, visits of the last weeks are a chart', async () => {
  const chart = page.locator('crm-visit-chart');
  await expect(chart.getByRole('img', { name: /^Visits per day/ })).toBeVisible();
  await expect(chart.getByRole('region', { name: 'Sources' }).getByRole('listitem').first()).toContainText(
    'Direct',
  );
  await chart.getByText('Show as a table').click();
  await expect(chart.getByRole('row')).toHaveCount(31);
});
