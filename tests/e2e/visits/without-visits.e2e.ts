import type { VisitorTracking } from '@crm-elements/contract';
import { expect, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { askCrm } from './api.js';
import { test, type OwnCrm } from './own-crm.js';
import { visitShop } from './people.js';

let page: Page;
test.beforeAll(async ({ browser, crm }) => {
  await removeVisits(crm);
  page = await signIn(browser, 'Admin', {}, crm.origin);
});
test.afterAll(() => page.context().close());

/** As before the first visit. */
async function removeVisits(crm: OwnCrm): Promise<void> {
  for (;;) {
    const found = await askCrm<{ data: { id: string }[] } | undefined>(
      crm,
      'GET',
      '/crm/v8/Visits?fields=id&per_page=100',
    );
    if (!found) return;
    await askCrm(crm, 'DELETE', `/crm/v8/Visits?ids=${found.data.map(({ id }) => id).join(',')}`);
  }
}

const cause = async () => {
  await openPage(page, 'Visits');
  return expect(page.locator('crm-visits-empty [part=cause]'));
};
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
/** Saves which sites the code works on. */
async function allow(site: string): Promise<void> {
  await openPage(page, 'Visitor tracking');
  const code = page.getByRole('region', { name: 'Acme Shop' });
  await code.getByLabel('Allowed sites').fill(site);
  await code.getByRole('button', { name: 'Save' }).click();
  await expect(code.getByRole('button', { name: 'Save' })).toBeHidden();
}

test('[VIS-28] [VIS-147] the empty tab names the cause, the way to the answers, and Send to Webmaster', async ({
  crm,
}) => {
  await (await cause()).toContainText('No page with the embed code has been opened yet.');
  await page.getByRole('button', { name: 'Send to Webmaster' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send to Webmaster' });
  await dialog.getByLabel('E-mail addresses').fill('webmaster@acme.test');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog.getByRole('status')).toHaveText('One mail was sent.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'How to find out' }).click();
  await expect(
    page.getByRole('heading', { name: 'My Visits tab seems to hold no data; why?' }),
  ).toBeInViewport();
  const { diagnosis } = await askCrm<VisitorTracking>(crm, 'GET', '/v1/visitor-tracking');
  await expect(page.getByRole('row').filter({ hasText: diagnosis ?? 'none' })).toContainText(
    'no page with the code was opened',
  );
});

test('[VIS-147] switched off, disabled or without a portal, the tab says so', async () => {
  await openPage(page, 'Visitor tracking');
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible();
  await (await cause()).toContainText('Visitor tracking is switched off.');
  await openPage(page, 'Visitor tracking');
  await page.getByRole('button', { name: 'Enable' }).click();

  await tab('Configuration');
  await page.getByRole('button', { name: 'Disable this portal' }).click();
  await expect(page.getByRole('button', { name: 'Enable this portal' })).toBeVisible();
  await (await cause()).toContainText('The portal is disabled.');
  await openPage(page, 'Visitor tracking');
  await tab('Configuration');
  await page.getByRole('button', { name: 'Enable this portal' }).click();
  await expect(page.getByRole('button', { name: 'Disable this portal' })).toBeVisible();

  await page.getByRole('button', { name: 'Take away from CRM' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take away from CRM' }).click();
  await expect(page.getByText('No portal is associated yet')).toBeVisible();
  await (await cause()).toContainText('No portal is associated with the CRM.');
  await openPage(page, 'Visitor tracking');
  await page.getByRole('button', { name: 'Add portal' }).click();
  await page.getByRole('button', { name: 'Associate Acme Shop' }).click();
  await expect(page.getByRole('tab', { name: 'Embed code' })).toBeVisible();
});

test('[VIS-147] when robots or a site that is not allowed have come, the tab says so', async ({
  browser,
  crm,
}) => {
  // The server may know the settings of before for a moment: what comes meanwhile is no visit.
  const userAgent = 'Mozilla/5.0 (compatible; Googlebot/2.1)';
  const visit = async () => {
    const shop = await (await browser.newContext({ userAgent })).newPage();
    const [answer] = await Promise.all([shop.waitForResponse(/\/v1\/collect$/), shop.goto(crm.shop)]);
    await shop.context().close();
    return answer.status();
  };
  await expect.poll(visit, { timeout: 20_000 }).toBe(200);
  await (await cause()).toContainText('Only robots have come so far.');

  await allow('https://www.acme.test');
  await expect.poll(visit, { timeout: 20_000 }).toBe(403);
  await (await cause()).toContainText('A site that is not among the allowed origins has called.');
  await allow(crm.shop);
});

test('[VIS-29] with the first visit, cause and link are gone', async ({ browser, crm }) => {
  await openPage(page, 'Visits');
  await expect(page.getByRole('button', { name: 'Send to Webmaster' })).toBeVisible();
  await expect(async () => {
    const shop = await visitShop(browser, '/', { origin: crm.shop });
    await expect(page.locator('crm-visits tr.row')).not.toHaveCount(0, { timeout: 3_000 });
    await shop.context().close();
  }).toPass();
  await expect(page.getByRole('button', { name: 'Send to Webmaster' })).toBeHidden();
});
