import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { crmOrigin } from '../origins.js';

/**
 * A user of the CRM at a machine of their own.
 * @param who as the sign-in page names them
 * @param origin of another CRM than the one that all tests share
 */
export async function signIn(
  browser: Browser,
  who: string,
  machine: BrowserContextOptions = {},
  origin = crmOrigin(),
): Promise<Page> {
  const page = await (await browser.newContext(machine)).newPage();
  await page.goto(`${origin}/examples/crm/sign-in`);
  await page.getByRole('button', { name: new RegExp(`^.?\\s*${who}`) }).click();
  return page;
}

/** Opens a page of the navigation. */
export async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
}
