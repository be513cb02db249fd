import type { PortalSettings, VisitorTracking } from '@crm-elements/contract';
import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { crmOrigin } from '../origins.js';

let page: Page;
let token: string;
test.beforeAll(async ({ browser, request }) => {
  page = await signIn(browser, 'Admin');
  const answer = await request.post('/oauth/v2/token', {
    form: {
      grant_type: 'refresh_token',
      client_id: 'demo',
      client_secret: 'demo',
      refresh_token: 'demo-admin',
    },
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
});
test.afterAll(() => page.context().close());

const call = async (method: 'GET' | 'PATCH', path: string, data?: object) => {
  const headers = { authorization: `Bearer ${token}` };
  return page.request.fetch(crmOrigin() + path, { method, headers, data });
};
const portals = async () =>
  ((await (await call('GET', '/v1/visitor-tracking')).json()) as VisitorTracking).portals;
const change = (changes: Partial<PortalSettings>, of: readonly PortalSettings[]) =>
  Promise.all(of.map(({ id }) => call('PATCH', `/v1/portals/${id}`, changes)));

async function newForm(): Promise<void> {
  await openPage(page, 'Web forms');
  await page.reload();
  await page.getByRole('button', { name: 'New web form' }).click();
}
const choice = () => page.getByRole('combobox', { name: 'Portal', exact: true });

test('[VIS-139] where no portal is in the CRM all are offered, and the chosen one comes into it', async () => {
  const embedded = (await portals()).filter(({ associated }) => associated);
  await change({ associated: false }, embedded);
  await newForm();
  const all = (await portals()).map(({ name }) => name);
  await expect(choice().getByRole('option')).toHaveText(['Not tracked', ...all]);
  await choice().selectOption({ label: 'Acme Shop' });
  const name = `Signup ${Date.now()}`;
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Save' }).click();
  const form = page.getByRole('listitem').filter({ hasText: name });
  await expect(form).toContainText('Tracked by Acme Shop');
  const now = (await portals()).filter(({ associated }) => associated);
  expect(now.map((portal) => portal.name)).toEqual(['Acme Shop']);
  await change({ associated: true }, embedded);
  await form.getByRole('button', { name: `Remove ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(form).toBeHidden();
});

test('what was written stays while the form of a portal is looked at', async () => {
  const active = (await portals()).filter(({ enabled }) => enabled);
  await change({ enabled: false }, active);
  await newForm();
  await page.getByLabel('Name', { exact: true }).fill('Kept while a portal is made');
  await expect(choice()).toBeHidden();
  await page.getByRole('button', { name: 'Create a new portal' }).click();
  await expect(page.getByRole('heading', { name: 'Create portal' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Kept while a portal is made');
  await change({ enabled: true }, active);
});
