import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { crmOrigin } from '../origins.js';

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await signIn(browser, 'Admin');
});
test.afterAll(() => page.context().close());

test('an embed code follows the code that the site has from SalesIQ', async ({ request }) => {
  const answered = async () => (await request.get(`${crmOrigin()}/widget?wc=siq7d3e`)).text();
  const card = page.getByRole('region', { name: 'Acme Shop' });
  const former = card.getByLabel('Code of SalesIQ on the site');
  const save = card.getByRole('button', { name: 'Save' });

  await openPage(page, 'Visitor tracking');
  await card.getByText('The site comes from Zoho SalesIQ').click();
  await former.fill('no code at all');
  await save.click();
  await expect(card.getByText('This is no code of Zoho')).toBeVisible();
  await expect(former).toHaveValue('no code at all');
  expect(await answered()).not.toContain('demo-portal');
  await former.fill(
    '<script id="zsiqscript" src="https://salesiq.zohopublic.eu/widget?wc=siq7d3e" defer></script>',
  );
  await save.click();
  await expect(former).toHaveValue('siq7d3e');
  await expect(save).toBeHidden();
  expect(await answered()).toContain('{"portal":"demo-portal"}');
  await page.reload();
  await expect(former).toHaveValue('siq7d3e');
  await former.fill('');
  await save.click();
  await expect(save).toBeHidden();
  expect(await answered()).not.toContain('demo-portal');
});

test('[VIS-137] the code of a web form is the plain form, or the ready-made one', async () => {
  await openPage(page, 'Web forms');
  const form = page.getByRole('listitem').filter({ hasText: 'Visit of the workshop' });
  const code = form.getByRole('group', { name: 'Code of the form Visit of the workshop' });
  await expect(code).toContainText('method="post" data-crm-form');
  await form.getByLabel('Ready-made form').check();
  await expect(code).toContainText('<crm-web-form form-key="demo-workshop"></crm-web-form>');
  await expect(code).toContainText('/cdn/elements/web-form.js');
  await form.getByLabel('Plain form').check();
  await expect(code).toContainText('method="post" data-crm-form');
});

test('[VIS-137] a web form follows the one of Zoho CRM that the site has', async ({ request }) => {
  const id = `a1b2c3${Date.now()}`;
  const name = `Former ${id}`;
  const email = `${id}@home.test`;
  await openPage(page, 'Web forms');
  await page.getByRole('button', { name: 'New web form' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('checkbox', { name: 'Email', exact: true }).check();
  await page.getByText('The site has a web form of Zoho CRM').click();
  await page.getByLabel('Code of that form').fill('no form');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is no code of Zoho')).toBeVisible();
  await page.getByLabel('Code of that form').fill(`<input type='text' name='xmIwtLD' value='${id}'/>`);
  await page.getByRole('button', { name: 'Save' }).click();
  const form = page.getByRole('listitem').filter({ hasText: name });
  await expect(form).toBeVisible();
  const sent = await request.post(`${crmOrigin()}/crm/WebToLeadForm`, {
    form: { xmIwtLD: id, 'Last Name': 'Former', Email: email },
  });
  expect(sent.status()).toBe(200);
  await openPage(page, 'Leads');
  await expect(page.getByText(email).first()).toBeVisible();
  await openPage(page, 'Web forms');
  await form.getByRole('button', { name: `Remove ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(form).toBeHidden();
});
