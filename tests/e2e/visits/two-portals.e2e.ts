import type { PortalSettings } from '@crm-elements/contract';
import { expect, type Locator, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { askCrm } from './api.js';
import { openSite, type Site } from './open-site.js';
import { test } from './own-crm.js';
import { readColumn } from './people.js';

const last = `Rossi${Date.now()}`;

let page: Page;
let visitor: Page;
let site: Site;
let id = '';
test.beforeAll(async ({ browser, crm }) => {
  let code = '';
  site = await openSite(() => code);
  const portal = { name: 'Outlet', push_as: 'Leads', allowed_origins: [site.origin] };
  const made = await askCrm<PortalSettings>(crm, 'POST', '/v1/portals', portal);
  id = made.id;
  code = made.embed_codes[0]?.code ?? '';
  visitor = await (await browser.newContext()).newPage();
  await visitor.goto(site.origin);
  await visitor.evaluate((name) => {
    const tell = Reflect.get(window, 'crm') as (...words: unknown[]) => void;
    tell('identify', { name: `Rosa ${name}`, email: `rosa@${name}.test` });
  }, last);
  page = await signIn(browser, 'Admin', {}, crm.origin);
});
test.afterAll(async ({ crm }) => {
  await Promise.all([page, visitor].map((one) => one.context().close()));
  site.stop();
  await askCrm(crm, 'PATCH', `/v1/portals/${id}`, { associated: false });
});

const filter = (place: Locator) => place.getByRole('combobox', { name: 'Portal' });

test('[VIS-27] visits are listed of all portals or of one', async () => {
  await openPage(page, 'Visits');
  const list = page.locator('crm-visits');
  await expect(filter(list).getByRole('option')).toHaveText(['All portals', 'Acme Shop', 'Outlet']);
  const portals = async () => [...new Set(await readColumn(list, 'Portal Name'))].sort();
  await expect.poll(portals).toEqual(['Acme Shop', 'Outlet']);
  await filter(list).selectOption({ label: 'Outlet' });
  await expect.poll(portals).toEqual(['Outlet']);
  await expect(list.locator('tr.row')).toHaveCount(1);
  await filter(list).selectOption({ label: 'Acme Shop' });
  await expect.poll(portals).toEqual(['Acme Shop']);
});

test('[VIS-109] [VIS-108] visitors who are online are those of all portals or of one', async () => {
  await openPage(page, 'Visitors');
  const online = page.locator('crm-visitors');
  await expect(online.getByText(last)).toBeVisible();
  await filter(online).selectOption({ label: 'Acme Shop' });
  await expect(online.getByText(last)).toBeHidden();
  await filter(online).selectOption({ label: 'Outlet' });
  await expect(online.getByText(last)).toBeVisible();
});

test('[VIS-71] the CRM view is of all portals or of one', async () => {
  await openPage(page, 'CRM view');
  const view = page.locator('crm-visit-people');
  await view.getByRole('button', { name: /^Leads/ }).click();
  await expect(view.getByRole('listitem').filter({ hasText: last })).toHaveCount(1);
  await filter(view).selectOption({ label: 'Outlet' });
  await expect(view.getByRole('listitem')).toHaveCount(1);
  await expect(view.getByRole('listitem')).toContainText(last);
  await filter(view).selectOption({ label: 'Acme Shop' });
  await expect(view.getByRole('listitem').filter({ hasText: last })).toHaveCount(0);
});

test('[VIS-93] so are the visits on the page of a lead', async () => {
  await openPage(page, 'Leads');
  await page.locator('crm-record-list').getByRole('link', { name: last }).first().click();
  const visits = page.locator('crm-record-visits');
  await visits.scrollIntoViewIfNeeded();
  await expect(visits.getByRole('row')).toHaveCount(2);
  await filter(visits).selectOption({ label: 'Acme Shop' });
  await expect(visits.getByText('No visits yet.')).toBeVisible();
  await filter(visits).selectOption({ label: 'Outlet' });
  await expect(visits.getByRole('row')).toHaveCount(2);
});
