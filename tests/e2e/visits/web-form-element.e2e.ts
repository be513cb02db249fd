import type { RecordPage } from '@crm-elements/contract';
import { expect, test, type Page } from '@playwright/test';
import { crmOrigin, shopOrigin } from '../origins.js';

/** What the page's console and policy complain about. */
function complaints(page: Page): string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_')) wrong.push(message.text());
  });
  return wrong;
}

test('[VIS-137] [VIS-138] the form of the shop makes a lead with its visit, and loses nothing on the way', async ({
  page,
  context,
  request,
}) => {
  const wrong = complaints(page);
  const email = `workshop${Date.now()}@home.test`;
  await page.goto(`${shopOrigin()}/about.html`);
  await page.getByRole('link', { name: 'Say that you come' }).click();
  const send = page.getByRole('button', { name: 'Send' });
  await send.click();
  await expect(page.getByText('Please fill in this field.')).toHaveCount(2);
  await expect(page.getByLabel('Last name')).toBeFocused();
  await page.getByLabel('Last name').fill('Moss');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('How many are you? (optional)').fill('3');
  // The visit has begun when the tracker has told of the page; the form must not be quicker here.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('crm:demo-portal:'))).toContain('"s"');
  await context.setOffline(true);
  await send.click();
  await expect(page.getByRole('alert')).toContainText('You are offline');
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByLabel('Last name')).toHaveValue('Moss');
  await send.click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeFocused();

  const token = await request.post('/oauth/v2/token', {
    form: {
      grant_type: 'refresh_token',
      client_id: 'demo',
      client_secret: 'demo',
      refresh_token: 'demo-admin',
    },
  });
  const { access_token: bearer } = (await token.json()) as { access_token: string };
  const read = async (path: string) => {
    const answer = await request.get(crmOrigin() + path, { headers: { authorization: `Bearer ${bearer}` } });
    return answer.status() === 200 ? ((await answer.json()) as RecordPage).data : [];
  };
  await expect
    .poll(() => read(`/crm/v8/Leads/search?email=${email}`))
    .toMatchObject([{ Last_Name: 'Moss', No_of_Employees: 3, Lead_Source: 'Web Site' }]);
  const [lead] = await read(`/crm/v8/Leads/search?email=${email}`);
  await expect
    .poll(() => read(`/crm/v8/Leads/${lead?.id}/Visits?fields=Visited_Page_URL`))
    .toMatchObject([{ Visited_Page_URL: `${shopOrigin()}/about.html` }]);
  expect(wrong).toEqual([]);
});
