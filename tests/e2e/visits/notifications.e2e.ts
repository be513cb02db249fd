import { expect, test, type Browser, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { crmOrigin, shopOrigin } from '../origins.js';
import { askCrm, proofOf } from './api.js';

/** Others may be on the site too: the visitors of a test come from a letter of their own. */
let letter: string;
test.beforeEach(() => {
  letter = `letter-${Date.now()}`;
});

const place = { origin: crmOrigin() };
const popUps = (crm: Page) =>
  crm.getByRole('region', { name: 'New visitors' }).getByRole('listitem').filter({ hasText: letter });

async function visit(browser: Browser, path = '/'): Promise<Page> {
  const shop = await (await browser.newContext()).newPage();
  await shop.goto(`${shopOrigin()}${path}?utm_source=${letter}`);
  return shop;
}

/** Somebody whom the CRM knows, with a deal or without. */
async function makePerson(
  module: 'Leads' | 'Contacts',
  first: string,
  stage?: string,
): Promise<{ name: string; email: string; record: string }> {
  const make = async (of: string, values: Record<string, unknown>) => {
    const path = `/crm/v8/${of}`;
    const answer = await askCrm<{ data: { details: { id: string } }[] }>(place, 'POST', path, {
      data: [values],
    });
    return answer.data[0]?.details.id ?? '';
  };
  const email = `${first}@${letter}.test`.toLowerCase();
  const person = { First_Name: first, Last_Name: letter, Email: email };
  const id = await make(module, module === 'Leads' ? { ...person, Company: 'Home' } : person);
  const deal = { Deal_Name: first, Stage: stage, Amount: 9, Closing_Date: '2030-06-30' };
  if (stage !== undefined) await make('Deals', { ...deal, Contact_Name: { id } });
  return { name: `${first} ${letter}`, email, record: `${module}/${id}` };
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

test('[VIS-110] [VIS-111] [VIS-112] pop-ups tell who comes: a customer, a potential one, a lead or a contact', async ({
  browser,
}) => {
  const crm = await signIn(browser, 'Agent');
  await openPage(crm, 'Leads');
  await expect(crm.getByRole('button', { name: /^Visitor notifications/ })).toBeVisible();
  const people = [
    ['Customer online', await makePerson('Contacts', 'Cora', 'Closed Won')],
    ['Potential customer online', await makePerson('Contacts', 'Piet', 'Qualification')],
    ['Contact online', await makePerson('Contacts', 'Nils')],
    ['Lead online', await makePerson('Leads', 'Lea')],
  ] as const;
  for (const [words, { name, email, record }] of people) {
    const shop = await (await browser.newContext()).newPage();
    // The shop knows who is signed in when it makes the page.
    await shop.addInitScript((call) => Object.assign(window, { crm: { q: [call] } }), [
      'identify',
      { email, hash: await proofOf(email) },
    ] as const);
    const popUp = popUps(crm).filter({ hasText: name });
    await Promise.all([
      shop.goto(`${shopOrigin()}/?utm_source=${letter}`),
      expect(popUp).toContainText(words, { timeout: 20_000 }),
    ]);
    await expect(popUp.getByRole('link', { name })).toHaveAttribute('href', new RegExp(`${record}$`));
    await shop.context().close();
  }
  await crm.context().close();
});

test('[VIS-09] [VIS-98] [VIS-99] where the configuration has the notification off nobody is told, and the page says so', async ({
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
  await openPage(crm, 'Leads');
  await expect(crm.getByRole('button', { name: /^Visitor notifications/ })).toBeVisible();
  const [next] = await Promise.all([
    visit(browser, '/studio/'),
    expect(popUps(crm).filter({ hasText: 'Studio' })).toHaveCount(1, { timeout: 20_000 }),
  ]);
  for (const page of [shop, next, crm]) await page.context().close();
});
