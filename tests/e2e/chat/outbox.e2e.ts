import { expect, test, type Route } from '@playwright/test';
import { shopOrigin } from '../origins.js';
import { accept, beginChat, openChat, openConsole, say } from './people.js';

test('a message that was not sent survives a reload and goes out later', async ({ browser }) => {
  const desk = await openConsole(browser);
  const context = await browser.newContext();
  const shop = await openChat(context);
  await beginChat(shop, 'Omar Diaz', 'Hello');
  await accept(desk, 'Omar Diaz');
  await context.route('**/v1/conversations/**', (route) => route.abort());
  await say(shop, 'Kept for later');
  await shop.getByLabel('Write a message').fill('A draft');
  await expect(shop.getByText('Sending…')).toBeVisible();
  await shop.reload();
  await shop.getByRole('button', { name: 'Chat', exact: true }).click();
  await expect(shop.getByRole('log')).toContainText('Kept for later');
  await expect(shop.getByText('Sending…')).toBeVisible();
  await expect(shop.getByLabel('Write a message')).toHaveValue('A draft');
  await context.unroute('**/v1/conversations/**');
  await expect(desk.getByRole('log')).toContainText('Kept for later');
  await expect(shop.getByText('Sending…')).toHaveCount(0);
});

test('five tabs of a visitor hold one socket, and none before the chat is opened', async ({ browser }) => {
  const context = await browser.newContext();
  let sockets = 0;
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      sockets++;
      socket.on('close', () => sockets--);
    });
  });
  const first = await context.newPage();
  await first.goto(shopOrigin());
  await expect(first.locator('crm-launcher')).toBeVisible();
  expect(sockets).toBe(0);
  await first.getByRole('button', { name: 'Chat', exact: true }).click();
  await beginChat(first, 'Ines Roy', 'Five tabs');
  await expect.poll(() => sockets).toBe(1);
  const others = [];
  for (let tab = 2; tab <= 5; tab++) others.push(await openChat(context));
  for (const tab of others) await expect(tab.getByRole('log')).toContainText('Five tabs');
  await say(others[2]!, 'From the fourth');
  for (const tab of [first, ...others]) await expect(tab.getByRole('log')).toContainText('From the fourth');
  expect(sockets).toBe(1);
});

test('of two operators one wins; the other is told who', async ({ browser }) => {
  const [agent, admin] = [await openConsole(browser), await openConsole(browser, 'Admin')];
  const shop = await openChat(await browser.newContext());
  await beginChat(shop, 'Lena Voss', 'Hello');
  for (const desk of [agent, admin]) {
    await desk.getByRole('navigation', { name: 'Chats' }).getByRole('button', { name: 'Lena Voss' }).click();
    await expect(desk.getByRole('button', { name: 'Accept' })).toBeVisible();
  }
  // Neither request goes before both have pressed: the button is gone as soon as one has the chat.
  const pressed = [agent, admin].map(
    (desk) =>
      new Promise<Route>(
        (resolve) => void desk.route('**/conversations/*/accept', (route) => resolve(route)),
      ),
  );
  for (const desk of [agent, admin]) await desk.getByRole('button', { name: 'Accept' }).click();
  await Promise.all((await Promise.all(pressed)).map((route) => route.continue()));
  const told = [agent, admin].map((desk) => desk.getByText(/has taken this chat/));
  await expect.poll(async () => (await Promise.all(told.map((one) => one.count()))).sort()).toEqual([0, 1]);
  const writable = [agent, admin].map((desk) => desk.getByLabel('Write a message').count());
  expect((await Promise.all(writable)).sort()).toEqual([0, 1]);
});
