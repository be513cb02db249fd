import type { EmbedCode, Portal } from '@crm-elements/contract';
import { expect, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { askCrm } from './api.js';
import { openSite, type Site } from './open-site.js';
import { test } from './own-crm.js';
import { fact, visitShop } from './people.js';

const former = `Nour Haddad${Date.now()}`;
const later = `Oscar Lind${Date.now()}`;

/** A site that comes from SalesIQ tells details of a visitor before the CRM has fields for them. */
let site: Site;
let page: Page;
let visitor: Page;
test.beforeAll(async ({ browser, crm }) => {
  let code = '';
  site = await openSite(() => code);
  const { data } = await askCrm<{ data: Portal[] }>(crm, 'GET', '/v1/portals');
  const { key } = await askCrm<EmbedCode>(crm, 'POST', `/v1/portals/${data[0]?.id}/embed-codes`, {
    name: 'Former',
    allowed_origins: [site.origin],
  });
  code = `<script>var $zoho = { salesiq: { ready() {
    $zoho.salesiq.visitor.name('${former}');
    $zoho.salesiq.visitor.info({ 'Plan chosen': 'Team', 'Number of lamps': 12 });
  } } };</script><script src="${crm.origin}/widget?wc=${key}" defer></script>`;
  visitor = await (await browser.newContext()).newPage();
  await visitor.goto(site.origin);
  page = await signIn(browser, 'Admin', {}, crm.origin);
});
test.afterAll(async () => {
  await Promise.all([page, visitor].map((one) => one.context().close()));
  site.stop();
});

const setUp = () => page.locator('crm-visit-fields');
const row = (label: string) =>
  setUp()
    .getByRole('listitem')
    .filter({ has: page.getByText(label, { exact: true }) });

async function openFields(): Promise<void> {
  await openPage(page, 'Visitor tracking');
  await page.getByRole('tab', { name: 'Fields of visits' }).click();
  await expect(setUp().getByRole('button', { name: 'New field' })).toBeVisible();
}

async function openVisit(name: string): Promise<void> {
  await openPage(page, 'Visits');
  await page.locator('crm-visits').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** Waits for what the page shows when it is read again. */
const expectFact = (label: string, value: string) =>
  expect(async () => {
    await page.reload();
    await expect(fact(page, label)).toHaveText(value, { timeout: 5_000 });
  }).toPass();

test('[VIS-60] [VIS-57] what a site of SalesIQ tells is listed, and a field is made of it', async () => {
  await openFields();
  await expect(async () => {
    await setUp().getByRole('button', { name: 'Look again' }).click();
    await expect(row('Plan chosen')).toContainText('Team', { timeout: 2_000 });
  }).toPass();
  await setUp().getByRole('button', { name: 'Create field Plan chosen' }).click();
  await expect(page.getByRole('textbox', { name: 'Label' })).toHaveValue('Plan chosen');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(setUp().getByRole('button', { name: 'Edit Plan chosen' })).toBeVisible();
  await expect(setUp().getByRole('button', { name: 'Create field Plan chosen' })).toBeHidden();
});

test('[VIS-58] the visit of a page that tells the label fills it, and so is the one before', async ({
  browser,
  crm,
}) => {
  const shop = await visitShop(browser, '/products.html', { origin: crm.shop });
  await expect.poll(() => shop.evaluate(() => typeof Reflect.get(window, 'crm'))).toBe('function');
  await shop.evaluate((name) => {
    const tell = Reflect.get(window, 'crm') as (...words: unknown[]) => void;
    tell('identify', { name });
    tell('track', 'plan', { 'PLAN chosen': 'Solo', 'Plan-chosen': 'No field of this label' });
  }, later);
  await openVisit(later);
  await expectFact('Plan chosen', 'Solo');
  await openVisit(former);
  await expectFact('Plan chosen', 'Team');
  await shop.context().close();
});

test('[VIS-59] nobody edits it, not in the page of the visit and not by the API', async ({ crm }) => {
  await openVisit(later);
  const section = page.locator('crm-visit').getByRole('region', { name: 'More Information' });
  await expect(section).toContainText('Plan chosen');
  await expect(section.locator('input, select, textarea, button')).toHaveCount(0);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const body = { data: [{ Plan_chosen: 'Changed' }] };
  await expect(askCrm(crm, 'PUT', `/crm/v8/Visits/${id}`, body)).rejects.toThrow('NOT_SUPPORTED');
  await expectFact('Plan chosen', 'Solo');
});

test('[VIS-57] a field is made with a label that is almost told, renamed, and removed after a question', async () => {
  await openFields();
  await setUp().getByRole('button', { name: 'New field' }).click();
  const label = page.getByRole('textbox', { name: 'Label' });
  await label.fill('number-of-lamps');
  await page.getByRole('button', { name: 'Use “Number of lamps”' }).click();
  await expect(label).toHaveValue('Number of lamps');
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Whole number' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row('Number of lamps')).toContainText('12');
  await openVisit(former);
  await expectFact('Number of lamps', '12');

  await openFields();
  await setUp().getByRole('button', { name: 'Edit Number of lamps' }).click();
  await label.fill('Lamps wanted');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row('Lamps wanted')).toContainText('Not told in the last visits');
  await setUp().getByRole('button', { name: 'Remove Lamps wanted' }).click();
  const question = page.getByRole('dialog', { name: 'Remove the field Lamps wanted?' });
  await expect(question).toContainText('Its values disappear from all visits');
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(setUp().getByRole('button', { name: 'Edit Lamps wanted' })).toBeHidden();
  await expect(setUp().getByRole('button', { name: 'Create field Number of lamps' })).toBeVisible();
});
