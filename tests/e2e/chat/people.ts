import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { crmOrigin, shopOrigin } from '../origins.js';
import { askCrm } from '../visits/api.js';

/** An operator who has the console open, at a machine of their own. */
export async function openConsole(browser: Browser, who = 'Agent'): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${crmOrigin()}/examples/crm/sign-in`);
  await page.getByRole('button', { name: new RegExp(`^.?\\s*${who}`) }).click();
  await page.getByRole('link', { name: 'Chat' }).click();
  await expect(page.locator('crm-chat-console')).toBeVisible();
  return page;
}

/** Opens the chat with the launcher's button, in a page of its own. */
export async function openChat(context: BrowserContext, path = '/'): Promise<Page> {
  const page = await context.newPage();
  await openChatIn(page, path);
  return page;
}

export async function openChatIn(page: Page, path = '/'): Promise<void> {
  await page.goto(`${shopOrigin()}${path}`);
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Chat' })).toBeVisible();
}

/** Fills in the form and begins a conversation. */
export async function beginChat(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.toLowerCase().replaceAll(' ', '.')}@home.test`);
  await page.getByLabel('How can we help?').fill(text);
  await page.getByRole('button', { name: /^(Start chat|Leave message)$/ }).click();
  await expect(page.getByRole('log')).toContainText(text);
}

export async function accept(console: Page, name: string): Promise<void> {
  await console.getByRole('navigation', { name: 'Chats' }).getByRole('button', { name }).click();
  await console.getByRole('button', { name: 'Accept' }).click();
  await expect(console.getByLabel('Write a message')).toBeFocused();
}

/** Writes into the line that has the focus or is found, and presses Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Write a message').fill(text);
  await page.getByLabel('Write a message').press('Enter');
}

/** From now on a chat that nobody accepts within so many seconds is missed. */
export async function missChatsAfter(origin: string, seconds: number): Promise<void> {
  const { data } = await askCrm<{ data: { id: string }[] }>({ origin }, 'GET', '/v1/portals');
  for (const { id } of data)
    await askCrm({ origin }, 'PATCH', `/v1/portals/${id}`, { missed_chat_seconds: seconds });
}
