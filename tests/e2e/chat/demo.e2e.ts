import { expect, test, type Page } from '@playwright/test';
import { crmOrigin } from '../origins.js';
import { accept, beginChat, openChat, openConsole, say } from './people.js';

/** Texts of the messages, in order. */
const bubbles = (page: Page) => page.getByRole('log').locator('[part=message] bdi');

/** What the page's console and policy complain about, but for a network that we cut ourselves. */
function complaints(page: Page): string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED'))
      wrong.push(message.text());
  });
  return wrong;
}

test('[VIS-34] [VIS-37] [VIS-77] a visitor and an operator talk; the transcript stands on the visit', async ({
  browser,
}) => {
  const desk = await openConsole(browser);
  const context = await browser.newContext();
  const shop = await openChat(context);
  const wrong = complaints(shop);

  await test.step('the visitor says who they are', async () => {
    await expect(shop.getByLabel('Name')).toBeFocused();
    await shop.getByRole('button', { name: 'Start chat' }).click();
    await expect(shop.getByText('Please enter your name.')).toBeVisible();
    await beginChat(shop, 'Vera Cole', 'Does the oak lamp dim?');
    await expect(shop.getByLabel('Write a message')).toBeFocused();
    await expect(shop.getByText('Somebody will be with you shortly.')).toBeVisible();
  });

  await test.step('the operator takes the chat and sees who it is', async () => {
    await accept(desk, 'Vera Cole');
    await expect(shop.getByRole('heading', { name: 'Noah Bernard' })).toBeVisible();
    const panel = desk.locator('crm-chat-visitor');
    await expect(panel).toContainText('vera.cole@home.test');
    await expect(panel).toContainText('On the site now');
    await expect(panel).toContainText('Lamps, made quietly');
    await expect(panel).toContainText('Lead');
  });

  await test.step('they talk; each sees the other write and read', async () => {
    await say(desk, 'It does.');
    await expect(bubbles(shop).last()).toHaveText('It does.');
    await expect(desk.getByRole('log')).toContainText('Read');
    await shop.getByLabel('Write a message').pressSequentially('How f');
    await expect(desk.getByText('Vera Cole is typing…')).toBeVisible();
    await say(shop, 'How far?');
    await expect(bubbles(desk).last()).toHaveText('How far?');
  });

  await test.step('nothing is lost without a connection', async () => {
    await context.setOffline(true);
    await say(shop, 'First, written offline');
    await say(shop, 'Second, written offline');
    await expect(shop.getByText('Sending…')).toBeVisible();
    await say(desk, 'To a tenth.');
    // It is stored before the visitor's own come.
    const answer = desk.getByRole('log').locator('[part=message]', { hasText: 'To a tenth.' });
    await expect(answer).toHaveAttribute('data-status', 'sent');
    await context.setOffline(false);
    await expect(shop.getByText('Sending…')).toHaveCount(0);
    const all = ['Does the oak lamp dim?', 'It does.', 'How far?'];
    await expect(bubbles(desk)).toHaveText([
      ...all,
      'To a tenth.',
      'First, written offline',
      'Second, written offline',
    ]);
    await expect(bubbles(shop)).toHaveText([
      ...all,
      'To a tenth.',
      'First, written offline',
      'Second, written offline',
    ]);
  });

  await test.step('what was said stands on the visit', async () => {
    await desk.getByRole('button', { name: 'End chat' }).click();
    await expect(shop.getByRole('button', { name: 'Start a new chat' })).toBeVisible();
    const visitor = desk.locator('crm-chat-visitor');
    const visitId = (await visitor.getAttribute('visit-id')) ?? '';
    const answer = await desk.request.post(
      `${crmOrigin()}/oauth/v2/token?grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=demo-admin`,
    );
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const chats = await desk.request.get(`${crmOrigin()}/crm/v2/Visits/${visitId}/Chat_Transcripts`, {
      headers: { authorization: `Zoho-oauthtoken ${token}` },
    });
    const { data } = (await chats.json()) as { data: { Transcript: { text: string }[] }[] };
    expect(data[0]?.Transcript.map(({ text }) => text)).toContain('Second, written offline');
  });

  await test.step('and in the list of visits', async () => {
    await desk.getByRole('link', { name: 'Visits' }).click();
    const row = desk.locator('crm-visits tr', { hasText: 'Vera Cole' }).first();
    await row.getByRole('button').first().click();
    await expect(desk.locator('crm-visit-chats').getByText('Second, written offline')).toBeVisible();
  });

  await test.step('Escape closes the window and gives the focus back', async () => {
    await shop.getByRole('button', { name: 'Start a new chat' }).click();
    await expect(shop.getByLabel('How can we help?')).toBeFocused();
    await shop.keyboard.press('Escape');
    await expect(shop.getByRole('dialog')).toBeHidden();
    await expect(shop.locator('crm-launcher')).toBeFocused();
  });
  expect(wrong).toEqual([]);
});
