import { expect, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { test } from './own-crm.js';

let page: Page;
let lead = '';
test.beforeAll(async ({ browser, crm }) => {
  page = await signIn(browser, 'Admin', {}, crm.origin);
  await openPage(page, 'Visits');
  await page.locator('crm-visits').getByRole('combobox', { name: 'View' }).selectOption('VISITSBYLEADS');
  const row = page.locator('crm-visits tr.row').filter({ hasText: 'Lead' }).first();
  await row.getByRole('link').first().click();
  await page.locator('crm-visit').getByRole('heading', { level: 2 }).getByRole('link').click();
  await expect(summary()).toBeVisible();
  lead = page.url();
});
test.afterAll(() => page.context().close());

const summary = () => page.getByRole('heading', { name: 'Visit Summary' });
const visits = () => page.getByRole('heading', { name: 'Visits – Zoho SalesIQ' });
const daysVisited = () =>
  page.locator('crm-record-field').filter({ has: page.getByText('Days Visited', { exact: true }) });

async function switchTracking(verb: 'Deactivate' | 'Enable'): Promise<void> {
  await openPage(page, 'Visitor tracking');
  await page.getByRole('button', { name: verb }).click();
  if (verb === 'Deactivate') await page.getByRole('dialog').getByRole('button', { name: verb }).click();
  await expect(page.getByRole('button', { name: verb === 'Enable' ? 'Deactivate' : 'Enable' })).toBeVisible();
}

test('[VIS-143] [VIS-144] deactivated, the summary, the related list and the reports are gone; enabled, they are back', async () => {
  await page.goto(lead);
  await page.locator('crm-record-visits').scrollIntoViewIfNeeded();
  await expect(visits()).toBeVisible();
  const days = await daysVisited().innerText();

  await switchTracking('Deactivate');
  await page.goto(lead);
  await expect(page.getByRole('heading', { name: 'Lead Information' })).toBeVisible();
  await expect(summary()).toBeHidden();
  await expect(daysVisited()).toHaveCount(0);
  await expect(visits()).toBeHidden();
  await openPage(page, 'Visit reports');
  await expect(page.getByText('Visitor tracking is switched off')).toBeVisible();
  await openPage(page, 'Visits');
  await expect(page.locator('crm-visits tr.row').first()).toBeVisible();
  await expect(page.getByRole('img', { name: /^Visits per day/ })).toBeHidden();

  await switchTracking('Enable');
  await page.goto(lead);
  await expect(summary()).toBeVisible();
  expect(await daysVisited().innerText()).toBe(days);
  await page.locator('crm-record-visits').scrollIntoViewIfNeeded();
  await expect(visits()).toBeVisible();
  await openPage(page, 'Visit reports');
  await expect(page.getByRole('img', { name: /^Visits per day/ })).toBeVisible();
});
