import type { PortalSettings, VisitorTracking } from '@crm-elements/contract';
import { expect, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { askCrm } from './api.js';
import { openSite, type Site } from './open-site.js';
import { test, type OwnCrm } from './own-crm.js';

const mark = Date.now();
const form = `Newsletter ${mark}`;
const last = `Subscriber${mark}`;

/** The portals that were active before; there is none while this runs. */
let active: PortalSettings[] = [];
let page: Page;
let site: Site;
/** What the page of the site has in it, once it is known. */
let code = '';

const portals = async (crm: OwnCrm) =>
  (await askCrm<VisitorTracking>(crm, 'GET', '/v1/visitor-tracking')).portals;
const change = (crm: OwnCrm, of: readonly PortalSettings[], changes: Partial<PortalSettings>) =>
  Promise.all(of.map(({ id }) => askCrm(crm, 'PATCH', `/v1/portals/${id}`, changes)));

/** A user creates one portal only, and others here have the administrator's. */
async function giveProfile(crm: OwnCrm, user: string, profile: string): Promise<void> {
  const { users } = await askCrm<{ users: { id: string; email: string }[] }>(crm, 'GET', '/crm/v8/users');
  const { profiles } = await askCrm<{ profiles: { id: string; name: string }[] }>(
    crm,
    'GET',
    '/crm/v8/settings/profiles',
  );
  const id = users.find(({ email }) => email === user)?.id;
  const given = { id: profiles.find(({ name }) => name === profile)?.id };
  await askCrm(crm, 'PUT', '/crm/v8/users', { users: [{ id, profile: given }] });
}

test.beforeAll(async ({ browser, crm }) => {
  active = (await portals(crm)).filter(({ enabled }) => enabled);
  await change(crm, active, { enabled: false });
  await giveProfile(crm, 'light@acme.test', 'Administrator');
  site = await openSite(() => code);
  page = await signIn(browser, 'Light', {}, crm.origin);
});
test.afterAll(async ({ crm }) => {
  const mine = (await portals(crm)).filter(({ name }) => name === 'Letters');
  await change(crm, mine, { associated: false });
  await change(crm, active, { enabled: true });
  await giveProfile(crm, 'light@acme.test', 'Standard');
  await page.context().close();
  site.stop();
});

test('[VIS-140] where no portal is active one is made within the form, whose code the form is tracked by', async ({
  browser,
  crm,
}) => {
  await test.step('the form offers to create a portal', async () => {
    await openPage(page, 'Web forms');
    await page.getByRole('button', { name: 'New web form' }).click();
    await page.getByLabel('Name', { exact: true }).fill(form);
    await page.getByRole('checkbox', { name: 'Email', exact: true }).check();
    await expect(page.getByRole('combobox', { name: 'Portal', exact: true })).toBeHidden();
    await page.getByRole('button', { name: 'Create a new portal' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Letters');
    await page.getByLabel('Addresses of your site').fill(site.origin);
    await page.getByRole('button', { name: 'Create portal' }).click();
  });

  await test.step('what was written is still there, and the portal is chosen', async () => {
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(form);
    const chosen = (name: string) =>
      page.getByRole('combobox', { name, exact: true }).locator('option:checked');
    await expect(chosen('Portal')).toHaveText('Letters');
    await expect(chosen('Embed code')).toHaveText('Letters');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: form })).toContainText('Tracked by Letters');
  });

  await test.step('its codes are pasted into a page of the site', async () => {
    code += await page.getByRole('group', { name: `Code of the form ${form}` }).innerText();
    await openPage(page, 'Visitor tracking');
    await page.getByRole('combobox', { name: 'Portal', exact: true }).selectOption({ label: 'Letters' });
    code += await page.getByRole('group', { name: /^Code of Letters/ }).innerText();
  });

  await test.step('who fills it in is a lead, with the visit of the form', async () => {
    const visitor = await (await browser.newContext()).newPage();
    // The visit has begun when the tracker has told of the page; the form must not be quicker here.
    await Promise.all([visitor.waitForResponse(/\/v1\/collect$/), visitor.goto(`${site.origin}/letters`)]);
    await visitor.getByLabel('Last Name').fill(last);
    await visitor.getByLabel('Email').fill(`${last}@home.test`.toLowerCase());
    await visitor.getByRole('button', { name: 'Send' }).click();
    await expect(visitor.getByText('Thank you')).toBeVisible();
    await visitor.context().close();
    await openPage(page, 'Visits');
    const row = page.locator('crm-visits').getByRole('row').filter({ hasText: last });
    await expect(row).toContainText(`${new URL(site.origin).host}/letters`);
    await expect(row).toContainText('Letters');
  });
  expect((await portals(crm)).filter(({ enabled }) => enabled).map(({ name }) => name)).toEqual(['Letters']);
});
