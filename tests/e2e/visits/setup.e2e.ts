import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { crmOrigin } from '../origins.js';
import { askCrm, untilKnown } from './api.js';
import { openSite } from './open-site.js';
import { visitShop, writeToShop } from './people.js';

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await signIn(browser, 'Admin', { permissions: ['clipboard-read', 'clipboard-write'] });
});
test.beforeEach(() => openPage(page, 'Visitor tracking'));
test.afterAll(() => page.context().close());

const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
const reload = async () => {
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Embed code' })).toBeVisible();
};
const code = () => page.getByRole('group', { name: /^Code of Acme Shop/ });

test('[VIS-21] the portals are a drop-down, and the chosen one shows its code', async () => {
  await expect(
    page.getByRole('combobox', { name: 'Portal', exact: true }).locator('option:checked'),
  ).toHaveText('Acme Shop');
  await expect(code()).toContainText('data-portal="demo-portal"');
});

test('[VIS-23] [VIS-24] the code is copied, without the chat icon where it is unchecked', async () => {
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toMatch(
    /^<script async src="[^"]+\/embed\.js" data-portal="demo-portal"><\/script>$/,
  );
  const icon = page.getByLabel('Show chat icon');
  await expect(icon).toBeChecked();
  await icon.uncheck();
  await expect(code()).toContainText('data-chat="hidden"');
  await reload();
  await expect(page.getByLabel('Show chat icon')).not.toBeChecked();
  await page.getByLabel('Show chat icon').check();
  await expect(code()).not.toContainText('data-chat');
});

test('[VIS-25] the code is sent to the webmaster by mail', async () => {
  await page.getByRole('button', { name: 'Send to Webmaster' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send to Webmaster' });
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog.getByRole('alert')).toContainText('One to five e-mail addresses');
  const address = `webmaster${Date.now()}@shop.test`;
  await dialog.getByLabel('E-mail addresses').fill(address);
  await dialog.getByLabel('Note (optional)').fill('Please put it into the header.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog.getByRole('status')).toHaveText('One mail was sent.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await openPage(page, 'Sent mails');
  const mail = page.getByRole('article').or(page.locator('details')).filter({ hasText: address });
  await mail.first().click();
  await expect(page.getByText('Please put it into the header.').first()).toBeVisible();
});

test('[VIS-05] [VIS-10] [VIS-83] the configuration is saved: visitors become contacts, who get the summary', async ({
  browser,
}) => {
  await tab('Configuration');
  await page.getByLabel('Contacts', { exact: true }).check();
  await page.getByRole('checkbox', { name: 'Visitor notification' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await reload();
  await tab('Configuration');
  await expect(page.getByLabel('Contacts', { exact: true })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Visitor notification' })).not.toBeChecked();
  const last = `Pushed${Date.now()}`;
  const shop = await visitShop(browser, '/');
  await writeToShop(shop, 'Conny', last);
  await shop.context().close();
  await untilKnown('Contacts', last);
  await openPage(page, 'Contacts');
  await page.locator('crm-record-list').getByRole('link', { name: last }).first().click();
  await expect(page.getByRole('heading', { name: 'Visit Summary' })).toBeVisible();
  await openPage(page, 'Visitor tracking');
  await tab('Configuration');
  await page.getByLabel('Leads', { exact: true }).check();
  await page.getByRole('checkbox', { name: 'Visitor notification' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('[VIS-06] [VIS-07] [VIS-08] visitors go to an attendee of the chat, or to a user of the list', async ({
  browser,
}) => {
  /** The line of a new visit, which says who attends it. */
  const visit = async () => {
    const mark = `assigned-${Date.now()}`;
    const shop = await visitShop(browser, `/?letter=${mark}`);
    await openPage(page, 'Visits');
    const row = page.locator('crm-visits tr.row').filter({ hasText: mark });
    await expect(row).toBeVisible();
    await shop.context().close();
    return row;
  };
  const assign = async (user: string) => {
    await openPage(page, 'Visitor tracking');
    await tab('Configuration');
    await page.getByLabel('To a user').check();
    await page.getByRole('combobox', { name: 'User', exact: true }).fill(user);
    await page.getByRole('option', { name: new RegExp(user) }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  };
  await tab('Configuration');
  await page.getByLabel('To a chat attendee').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await reload();
  await tab('Configuration');
  await expect(page.getByLabel('To a chat attendee')).toBeChecked();
  // Nobody has talked with this one.
  await expect(await visit()).not.toContainText('Noah Bernard');
  await assign('Lina Haddad');
  await expect(await visit()).toContainText('Lina Haddad');
  await assign('Noah Bernard');
});

test('[VIS-19] a user is attached to a portal that somebody else has created', async () => {
  await tab('Configuration');
  await page.getByRole('combobox', { name: 'Add a user' }).fill('light@');
  await page.getByRole('option', { name: /light@acme\.test/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const users = page.getByRole('group', { name: 'Users of the portal' });
  await expect(users.getByRole('listitem')).toHaveCount(3);
  await users
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('[VIS-141] one portal is disabled, and enabled again', async () => {
  await tab('Configuration');
  await page.getByRole('button', { name: 'Disable this portal' }).click();
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Enable this portal' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
});

test('[VIS-01] [VIS-142] the whole is deactivated after saying what disappears, and enabled again', async () => {
  await page.getByRole('button', { name: 'Deactivate' }).click();
  const dialog = page.getByRole('dialog', { name: 'Deactivate visitor tracking?' });
  await expect(dialog.getByRole('listitem')).toHaveCount(4);
  await dialog.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('Visitor tracking is off')).toBeVisible();
  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByRole('tab', { name: 'Embed code' })).toBeVisible();
});

test('[VIS-02] [VIS-11] [VIS-12] who has portals chooses among them: on enabling, and for one more', async () => {
  const takeAway = async () => {
    await tab('Configuration');
    await page.getByRole('button', { name: 'Take away from CRM' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take away from CRM' }).click();
    await expect(page.getByText('No portal is associated yet')).toBeVisible();
  };
  const associate = async () => {
    const dialog = page.getByRole('dialog', { name: 'Add portal' });
    await dialog.getByRole('button', { name: 'Associate Acme Shop' }).click();
    await expect(page.getByRole('tab', { name: 'Embed code' })).toBeVisible();
  };
  await takeAway();
  await page.getByRole('button', { name: 'Add portal' }).click();
  await associate();
  await takeAway();
  await askCrm({ origin: crmOrigin() }, 'PUT', '/v1/visitor-tracking', { enabled: false });
  await page.reload();
  await page.getByRole('button', { name: 'Enable', exact: true }).click();
  await associate();
});

test('[VIS-03] [VIS-04] [VIS-13] a portal is named, given users, and created', async () => {
  await page.getByRole('button', { name: 'Add portal' }).click();
  await page.getByRole('button', { name: 'Create a new portal' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Outlet');
  await page.getByLabel('Addresses of your site').fill('outlet.test');
  await page.getByRole('combobox', { name: 'Add a user' }).fill('Noah');
  await page.getByRole('option', { name: /Noah Bernard/ }).click();
  await page.getByRole('button', { name: 'Create portal' }).click();
  await expect(
    page.getByRole('combobox', { name: 'Portal', exact: true }).locator('option:checked'),
  ).toHaveText('Outlet');
  await expect(page.getByLabel('Allowed sites')).toHaveValue('https://outlet.test');
  await tab('Configuration');
  await expect(page.getByRole('group', { name: 'Users of the portal' })).toContainText('Noah Bernard');
});

test('[VIS-21] [VIS-22] [VIS-23] the portal that is picked shows its codes; Embed makes one more, which works on its site', async ({
  browser,
}) => {
  const portals = page.getByRole('combobox', { name: 'Portal', exact: true });
  await expect(portals.getByRole('option')).toHaveText(['Acme Shop', 'Outlet']);
  await portals.selectOption({ label: 'Outlet' });
  await expect(page.getByRole('group', { name: /^Code of/ })).toHaveCount(1);
  await expect(page.getByRole('group', { name: 'Code of Outlet' })).toBeVisible();
  let embedded = '';
  const site = await openSite(() => embedded);
  await page.getByRole('button', { name: 'Embed', exact: true }).click();
  const form = page.locator('form').filter({ hasText: 'Code for another site' });
  await form.getByLabel('Name', { exact: true }).fill('Blog');
  await form.getByLabel('Allowed sites').fill(site.origin);
  await form.getByRole('button', { name: 'Create code' }).click();
  embedded = await page.getByRole('group', { name: 'Code of Blog' }).innerText();
  expect(embedded).not.toContain('demo-portal');
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${site.origin}/blog`);
  await openPage(page, 'Visits');
  const row = page.locator('crm-visits tr.row').filter({ hasText: `${new URL(site.origin).host}/blog` });
  await expect(row).toContainText('Outlet');
  await visitor.context().close();
  site.stop();
});

test('[VIS-18] [VIS-20] whoever has created a portal is told that one is all, and how many may be associated', async () => {
  await page.getByRole('button', { name: 'Add portal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add portal' });
  await expect(dialog.getByText('a user creates one only')).toBeVisible();
  await expect(dialog.getByText('2 of 5 portals associated')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Create a new portal' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('combobox', { name: 'Portal', exact: true }).selectOption({ label: 'Outlet' });
  await tab('Configuration');
  await page.getByRole('button', { name: 'Take away from CRM' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take away from CRM' }).click();
  await expect(
    page.getByRole('combobox', { name: 'Portal', exact: true }).locator('option:checked'),
  ).toHaveText('Acme Shop');
});

test('[VIS-137] [VIS-138] a web form is tracked by the portal and the code that are chosen', async () => {
  await openPage(page, 'Web forms');
  const name = `Enquiry ${Date.now()}`;
  await page.getByRole('button', { name: 'New web form' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await expect(page.getByRole('checkbox', { name: 'Last Name', exact: true })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Email', exact: true }).check();
  const portals = page.getByRole('combobox', { name: 'Portal', exact: true });
  await expect(portals.getByRole('option')).toHaveText(['Not tracked', 'Acme Shop']);
  await portals.selectOption({ label: 'Acme Shop' });
  await page.getByRole('combobox', { name: 'Embed code' }).selectOption({ label: 'Acme Shop' });
  await page.getByRole('button', { name: 'Save' }).click();
  const form = page.getByRole('listitem').filter({ hasText: name });
  await expect(form).toContainText('Tracked by Acme Shop');
  await expect(form.getByRole('group', { name: `Code of the form ${name}` })).toContainText(
    'method="post" data-crm-form',
  );
  await form.getByRole('button', { name: `Remove ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(form).toBeHidden();
});
