import { expect, test, type Browser, type Page } from '@playwright/test';
import { crmOrigin, shopOrigin } from '../origins.js';

/** A browser window of its own: another person at another machine. */
async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  return context.newPage();
}

async function signIn(browser: Browser, who: string): Promise<Page> {
  const crm = await openWindow(browser);
  await crm.goto(`${crmOrigin()}/examples/crm/`);
  await crm.getByRole('button', { name: 'Sign out' }).click();
  await crm.getByRole('button', { name: new RegExp(`^.?\\s*${who}`) }).click();
  await expect(crm.locator('crm-visitors')).toBeVisible();
  return crm;
}

/** Others may be on the site too: this visitor comes from a campaign of their own. */
const campaign = `demo-${Date.now()}`;

const online = (crm: Page) => crm.locator('crm-visitors').getByRole('listitem').filter({ hasText: campaign });

test.describe('a visitor in the shop, an operator in the CRM', () => {
  test('[VIS-05] [VIS-36] [VIS-97] comes, browses, writes, is a lead with the visit, and leaves', async ({
    browser,
  }) => {
    const crm = await signIn(browser, 'Admin');
    const shop = await openWindow(browser);
    const wrong: string[] = [];
    shop.on('pageerror', (error) => wrong.push(error.message));
    shop.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));

    await test.step('the CRM shows the visitor', async () => {
      await shop.goto(`${shopOrigin()}/?utm_source=letter&utm_campaign=${campaign}`);
      await expect(online(crm)).toHaveCount(1, { timeout: 5_000 });
    });

    await test.step('and follows them from page to page', async () => {
      await shop.getByRole('link', { name: 'Lamps', exact: true }).first().click();
      await expect(online(crm)).toContainText(await shop.title());
      await shop.goto(`${shopOrigin()}/studio/`);
      // The studio names what one is making, sooner or later than the view is told.
      await expect(online(crm)).toContainText('Studio');
      await shop.getByRole('link', { name: 'Contact' }).first().click();
      await expect(online(crm)).toContainText(await shop.title());
    });

    await test.step('the contact form makes them a lead', async () => {
      await shop.getByLabel('First name').fill('Mina');
      await shop.getByLabel('Last name').fill('Okafor');
      await shop.getByLabel('E-mail').fill('mina@okafor.test');
      await shop.getByLabel('Message').fill('Does the oak one dim?');
      await shop.getByRole('button', { name: 'Send' }).click();
      await expect(shop).toHaveURL(/thanks/);
      await expect(online(crm)).toContainText('Mina Okafor');
      await expect(online(crm)).toContainText('Lead');
    });

    await test.step('whose visit, with the pages of it, is in the list', async () => {
      await crm.getByRole('link', { name: 'Visits' }).click();
      const row = crm.locator('crm-visits').getByRole('row').filter({ hasText: 'Mina Okafor' });
      await expect(row).toHaveCount(1);
      await row.getByRole('button').first().click();
      const actions = crm.locator('crm-visit-actions');
      await expect(actions).toContainText('Accessed');
      await expect(actions).toContainText('Navigation');
      await expect(actions).toContainText('Studio');
    });

    await test.step('they leave, and the list says so', async () => {
      await crm.getByRole('link', { name: 'Visitors' }).click();
      await expect(online(crm)).toBeVisible();
      await shop.close();
      await expect(online(crm)).toContainText('Left');
      await expect(online(crm)).toHaveCount(0, { timeout: 15_000 });
    });
    expect(wrong).toEqual([]);
  });
});
