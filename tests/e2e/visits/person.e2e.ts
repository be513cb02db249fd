import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { shopOrigin } from '../origins.js';
import { fact, visitShop, writeToShop } from './people.js';

const last = `Okafor${Date.now()}`;
const first = `/?gclid=Cj0KCQ&utm_source=google&utm_medium=cpc&utm_campaign=Spring&utm_term=oak&utm_content=dune`;
const campaign = {
  GCLID: 'Cj0KCQ',
  'Campaign Source': 'google',
  'Campaign Medium': 'cpc',
  'Campaign Name': 'Spring',
  'Campaign Term': 'oak',
  'Campaign Content': 'dune',
};

/** Somebody came from an advertisement and wrote through the form; the page of their visit. */
let page: Page;
let visit = '';

test.beforeAll(async ({ browser }) => {
  const shop = await visitShop(browser, first, { referer: 'https://www.design-journal.test/lamps' });
  await writeToShop(shop, 'Mina', last);
  page = await signIn(browser, 'Admin');
  await openPage(page, 'Visits');
  await page.locator('crm-visits').getByRole('link', { name: last }).click();
  await expect(page.getByRole('heading', { name: last })).toBeVisible();
  visit = page.url();
  await shop.context().close();
});
test.afterAll(() => page.context().close());

/** The page of the lead who came. */
async function openLead(): Promise<void> {
  await page.goto(visit);
  await page.getByRole('heading', { name: last }).getByRole('link').click();
  await expect(page).toHaveURL(/records\/Leads\/\d+$/);
}
/** What the lead's page says of a field. */
const field = (label: string) =>
  page.locator('crm-record-field').filter({ has: page.getByText(label, { exact: true }) });

test('[VIS-131] [VIS-134] [VIS-136] the visit has a section Marketing Information', async () => {
  const section = page.getByRole('region', { name: 'Marketing Information' });
  for (const [label, value] of Object.entries(campaign)) await expect(fact(section, label)).toHaveText(value);
});

test('[VIS-132] [VIS-135] the lead has it too, with what the visits tell', async () => {
  await openLead();
  for (const [label, value] of Object.entries(campaign)) await expect(field(label)).toContainText(value);
  await expect(page.getByRole('heading', { name: 'Visit Summary' })).toBeVisible();
});

test('[VIS-133] the lead is in the stream of leads and contacts', async () => {
  await openPage(page, 'CRM view');
  await page.getByRole('button', { name: /^Leads\/Contacts/ }).click();
  await expect(page.locator('crm-visit-people').getByRole('listitem').first()).toContainText(last);
});

test.describe('the page of the lead', () => {
  test.beforeEach(openLead);

  test('[VIS-83] [VIS-84] [VIS-85] counts days and chats', async () => {
    await expect(field('Days Visited')).toContainText('1');
    await expect(field('Number Of Chats')).toContainText('0');
  });

  test('[VIS-86] [VIS-87] [VIS-88] tells the time spent, the first and the last visit', async () => {
    const time = async (label: string) =>
      Date.parse((await field(label).getByRole('time').getAttribute('datetime')) ?? '');
    const [firstVisit, lastVisit] = [await time('First Visited Time'), await time('Last Visited Time')];
    expect(Date.now() - firstVisit).toBeLessThan(600_000);
    expect(lastVisit).toBeGreaterThanOrEqual(firstVisit);
    await page.goto(visit);
    const minutes = await fact(page, 'Time Spent (Minutes)').innerText();
    await openLead();
    // One day was visited, with this visit.
    await expect(field('Average Time Spent (Minutes)')).toContainText(minutes);
  });

  test('[VIS-89] [VIS-90] [VIS-91] tells where they came from and to, and their score', async () => {
    await expect(field('First Visited URL').getByRole('link')).toHaveAttribute('href', shopOrigin() + first);
    await expect(field('Referrer')).toContainText('design-journal.test');
    await expect(field('Visitor Score')).toContainText(/[1-9]/);
  });

  test('[VIS-14] [VIS-15] [VIS-92] has the related list of their visits', async () => {
    const list = page.locator('crm-record-visits');
    await list.scrollIntoViewIfNeeded();
    await expect(list.getByRole('heading', { name: 'Visits – Zoho SalesIQ' })).toBeVisible();
    await expect(list.getByRole('columnheader')).toHaveText([
      'Visited Time',
      'IP Address',
      'Visited Page',
      'Time Spent (Minutes)',
      'Referrer',
      'Search Engine',
    ]);
    const row = list.getByRole('row').nth(1);
    await expect(row).toContainText('127.0.0.1');
    await expect(row).toContainText('Lamps, made quietly');
    await expect(row).toContainText('design-journal.test');
    await row.getByRole('link').first().click();
    await expect(page).toHaveURL(visit);
  });
});
