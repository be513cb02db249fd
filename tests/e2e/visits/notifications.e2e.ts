import { expect, test, type Browser, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { shopOrigin } from '../origins.js';

/** Others may be on the site too: the visitors of a test come from a letter of their own. */
let letter: string;
test.beforeEach(() => {
  letter = `letter-${Date.now()}`;
});

const popUps = (crm: Page) =>
  crm.getByRole('region', { name: 'New visitors' }).getByRole('listitem').filter({ hasText: letter });

async function visit(browser: Browser, path = '/'): Promise<Page> {
  const shop = await (await browser.newContext()).newPage();
  await shop.goto(`${shopOrigin()}${path}?utm_source=${letter}`);
  return shop;
}

/** Switches the notification of visitors on or off, as an administrator does. */
async function configure(browser: Browser, isOn: boolean): Promise<void> {
  const admin = await signIn(browser, 'Admin');
  await openPage(admin, 'Visitor tracking');
  await admin.getByRole('tab', { name: 'Configuration', exact: true }).click();
  await admin.getByRole('checkbox', { name: 'Visitor notification' }).setChecked(isOn);
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved', { exact: true })).toBeVisible();
  await admin.context().close();
}

test('[VIS-16] [VIS-113] [VIS-114] who is told of visitors sees them pop up, two at once, on any page', async ({
  browser,
}) => {
  const crm = await signIn(browser, 'Agent');
  await openPage(crm, 'Leads');
  await expect(crm.getByRole('button', { name: /^Visitor notifications/ })).toBeVisible();
  const [first, second] = await Promise.all([visit(browser), visit(browser, '/studio/')]);
  await expect(popUps(crm)).toHaveCount(2);
  await expect(popUps(crm).filter({ hasText: 'Unknown visitor online' })).toHaveCount(2);
  await expect(popUps(crm).filter({ hasText: await first.title() })).toHaveCount(1);
  await crm.keyboard.press('F6');
  await crm.keyboard.press('Escape');
  await expect(popUps(crm)).toHaveCount(1);
  // On the next page they are not told of again, but in the list.
  await openPage(crm, 'Contacts');
  await expect(crm.getByRole('button', { name: /^Visitor notifications, \d+ new$/ })).toBeVisible();
  await expect(popUps(crm)).toHaveCount(0);
  await crm.getByRole('button', { name: /^Visitor notifications/ }).click();
  const panel = crm.getByRole('dialog', { name: 'Visitor notifications' });
  await expect(panel.getByRole('listitem').filter({ hasText: letter })).toHaveCount(2);
  for (const shop of [first, second, crm]) await shop.context().close();
});

test('[VIS-09] [VIS-98] where the notification is off nobody is told, and the page says so', async ({
  browser,
}) => {
  await configure(browser, false);
  const crm = await signIn(browser, 'Agent');
  const shop = await visit(browser);
  await openPage(crm, 'Visitors');
  // Who is online is seen all the same: the visit is known, and nobody was told.
  await expect(crm.locator('crm-visitors').getByRole('listitem').filter({ hasText: letter })).toHaveCount(1);
  await crm.getByRole('button', { name: /^Visitor notifications/ }).click();
  const panel = crm.getByRole('dialog', { name: 'Visitor notifications' });
  await expect(panel).toContainText('Visitor notification is off');

  await expect(panel.getByText(letter)).toHaveCount(0);
  await expect(popUps(crm)).toHaveCount(0);
  await configure(browser, true);
  for (const page of [shop, crm]) await page.context().close();
});
