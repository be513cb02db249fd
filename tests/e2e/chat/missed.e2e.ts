import { expect, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { test } from '../visits/own-crm.js';
import { visitShop } from '../visits/people.js';
import { accept, beginChat, missChatsAfter, say } from './people.js';

test.afterEach(({ crm }) => missChatsAfter(crm.origin, 60));

async function openWindow(shop: Page): Promise<void> {
  await shop.getByRole('button', { name: 'Chat', exact: true }).click();
}
const groupOf = (desk: Page, name: string) =>
  desk.locator('crm-chat-console h2:has(+ ul)').filter({
    has: desk.locator(`xpath=following-sibling::ul[1][contains(., ${JSON.stringify(name)})]`),
  });

test('[VIS-148] nobody accepts: the visitor, the bell and the console tell; a late accept goes on', async ({
  browser,
  crm,
}) => {
  await missChatsAfter(crm.origin, 1);
  const name = `Runa Dahl${Date.now()}`;
  const agent = await signIn(browser, 'Agent', {}, crm.origin);
  await openPage(agent, 'Leads');
  const shop = await visitShop(browser, '/', { origin: crm.shop });
  await openWindow(shop);
  await beginChat(shop, name, 'Is anybody there?');

  await test.step('the visitor is told, and may go on writing', async () => {
    const notice = shop.getByText(/^Nobody is free right now\. What you write is kept/);
    await expect(notice).toContainText('@home.test');
    await expect(shop.getByLabel('Write a message')).toBeEnabled();
  });

  await test.step('the bell leads to the visit', async () => {
    await agent.getByRole('button', { name: /^Notifications, \d+ unread$/ }).click();
    await agent.getByRole('link', { name: `Nobody answered ${name} in the chat` }).click();
    const transcript = agent.getByRole('region', { name: 'Chat Transcripts' });
    await expect(transcript).toContainText('Chat that nobody answered');
    await expect(transcript).toContainText('Is anybody there?');
    const files = agent.locator('crm-attachments [part=row]').filter({ hasText: /chat-.*\.txt/ });
    // It is read when it comes into view.
    await agent.locator('crm-attachments').scrollIntoViewIfNeeded();
    await expect(files).toHaveCount(1);
  });

  await test.step('the console keeps it apart, and whoever accepts it talks with the visitor', async () => {
    await openPage(agent, 'Chat');
    await expect(groupOf(agent, name)).toHaveText(/^Missed/);
    await accept(agent, name);
    await expect(groupOf(agent, name)).toHaveText(/^My chats/);
    await expect(shop.getByRole('heading', { name: 'Noah Bernard' })).toBeVisible();
    await expect(shop.getByText('Nobody is free right now.')).toBeHidden();
    await say(agent, 'Now I am.');
    await expect(shop.getByRole('log')).toContainText('Now I am.');
  });
  await Promise.all([agent, shop].map((page) => page.context().close()));
});

test('[VIS-148] whoever writes again waits again', async ({ browser, crm }) => {
  await missChatsAfter(crm.origin, 1);
  const name = `Odd Berg${Date.now()}`;
  const desk = await signIn(browser, 'Agent', {}, crm.origin);
  await openPage(desk, 'Chat');
  const shop = await visitShop(browser, '/', { origin: crm.shop });
  await openWindow(shop);
  await beginChat(shop, name, 'Hello?');
  await expect(groupOf(desk, name)).toHaveText(/^Missed/);
  await missChatsAfter(crm.origin, 3_600);
  await say(shop, 'Still there?');
  await expect(groupOf(desk, name)).toHaveText(/^Waiting/);
  await expect(shop.getByText('Nobody is free right now.')).toBeHidden();
  await expect(shop.getByRole('log')).toContainText('Hello?');
  await Promise.all([desk, shop].map((page) => page.context().close()));
});

test('[VIS-148] a page of SalesIQ hears that a chat was missed', async ({ browser, crm }) => {
  await missChatsAfter(crm.origin, 1);
  const shop = await (await browser.newContext()).newPage();
  await shop.addInitScript(() => {
    const heard: unknown[] = [];
    type Listeners = Record<string, Record<string, (listener: unknown) => void>>;
    const salesiq = {
      ready() {
        const api = (window as unknown as { $zoho: { salesiq: Listeners } }).$zoho.salesiq;
        for (const space of ['visitor', 'chat'])
          api[space]!.missed!((id: unknown, data: Record<string, unknown>) =>
            heard.push([`${space}.missed`, typeof id, data]),
          );
        Object.assign(window, { heard });
      },
    };
    Object.assign(window, { $zoho: { salesiq } });
  });
  await shop.goto(crm.shop);
  await openWindow(shop);
  await beginChat(shop, 'Siv Moen', 'Is it dimmable?');
  await expect(shop.getByText('Nobody is free right now.')).toBeVisible();
  // The page hears of it with the next answer to what it tells.
  await shop.evaluate(() =>
    (window as unknown as { crm: (...call: string[]) => void }).crm('track', 'looks'),
  );
  const data = { name: 'Siv Moen', email: 'siv.moen@home.test', text: 'Is it dimmable?' };
  await expect
    .poll(() => shop.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
    .toEqual([
      ['visitor.missed', 'string', data],
      ['chat.missed', 'string', data],
    ]);
  await shop.context().close();
});
