import { expect, test } from '@playwright/test';
import { crmOrigin } from '../origins.js';
import { signIn } from './people.js';

interface User {
  id: string;
  email: string;
  status: string;
}

async function askAsAdmin<T>(path: string, init: RequestInit = {}): Promise<T> {
  const demo = 'grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=demo-admin';
  const answer = await fetch(`${crmOrigin()}/oauth/v2/token?${demo}`, { method: 'POST' });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Zoho-oauthtoken ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${crmOrigin()}${path}`, { ...init, headers });
  expect(response.ok, await response.clone().text()).toBe(true);
  return (await response.json()) as T;
}

const setStatus = (users: User[], status: string) =>
  askAsAdmin('/crm/v8/users', {
    method: 'PUT',
    body: JSON.stringify({ users: users.map(({ id }) => ({ id, status })) }),
  });

test('[SOC-14] the link to the profiles is there for several users, not for one', async ({ browser }) => {
  const page = await signIn(browser, 'Admin');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  const link = navigation.getByRole('link', { name: 'Profiles' });
  await expect(link).toBeVisible();
  const { users } = await askAsAdmin<{ users: User[] }>('/crm/v8/users?type=ActiveUsers');
  const others = users.filter(({ email }) => email !== 'admin@acme.test');
  expect(others.length).toBeGreaterThan(0);
  await setStatus(others, 'inactive');
  try {
    const answered = page.waitForResponse(/\/crm\/v8\/users/);
    await page.reload();
    await answered;
    await expect(navigation.getByRole('link', { name: 'Groups' })).toBeVisible();
    await expect(link).toHaveCount(0);
  } finally {
    await setStatus(others, 'active');
  }
  await page.reload();
  await expect(link).toBeVisible();
  await page.context().close();
});
