import { expect, test, type Page } from '@playwright/test';
import { accept, beginChat, openConsole, say } from '../chat/people.js';
import { openPage, signIn } from '../crm/people.js';
import { shopOrigin } from '../origins.js';
import { fact, readColumn, visitShop, windowsChrome } from './people.js';

const name = `Ines Vidal${Date.now()}`;
const search = 'https://www.google.com/search?q=quiet+lamps';

/** A visitor came from a search, looked at two pages, talked with an agent and left; the page of that visit. */
let page: Page;

test.beforeAll(async ({ browser }) => {
  // Noah is whom the portal assigns visitors to: somebody else attends this one.
  const desk = await openConsole(browser, 'Admin');
  const shop = await visitShop(browser, '/products.html', { referer: search, userAgent: windowsChrome });
  await shop.getByRole('link', { name: 'About' }).first().click();
  await shop.getByRole('button', { name: 'Chat', exact: true }).click();
  await beginChat(shop, name, 'Do you deliver to Lyon?');
  await accept(desk, name);
  await say(desk, 'We do.');
  await expect(shop.getByRole('log')).toContainText('We do.');
  await desk.getByRole('button', { name: 'End chat' }).click();
  await expect(shop.getByRole('button', { name: 'Start a new chat' })).toBeVisible();
  await Promise.all([shop, desk].map((one) => one.context().close()));
  page = await signIn(browser, 'Admin');
  await openPage(page, 'Visits');
  await page.locator('crm-visits').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
});
test.afterAll(() => page.context().close());

const value = (label: string) => fact(page, label);
const section = (label: string) =>
  page.locator('crm-visit').getByRole('region', { name: label, exact: true });

test('[VIS-41] [VIS-42] [VIS-43] the page tells the address, the lead and the page of the visit', async () => {
  await expect(value('IP Address')).toHaveText('127.0.0.1');
  await expect(value('Visited By')).toHaveText(name);
  await expect(value('Visited Page')).toHaveText('Lamps | Tarn');
});

test('[VIS-45] [VIS-46] [VIS-48] the page tells where the visitor came from, to which address, and with what', async () => {
  await expect(value('Referrer')).toContainText('google.com');
  await expect(value('User Agents')).toHaveText(windowsChrome);
  await expect(value('Visited Page URL').getByRole('link')).toHaveAttribute(
    'href',
    `${shopOrigin()}/products.html`,
  );
});

test('[VIS-49] [VIS-55] [VIS-56] the page tells browser, system and portal', async () => {
  await expect(value('Browser')).toHaveText('Chrome 141');
  await expect(value('Operating System')).toHaveText('Windows 10');
  await expect(value('Portal Name')).toHaveText('Acme Shop');
});

test('[VIS-07] [VIS-47] [VIS-50] the page tells who attended the visitor by chat, what they are, and when they came', async () => {
  await expect(value('Attended By')).toHaveText('Ada Martin');
  await expect(value('Visitor Type')).toHaveText('Lead');
  const time = await value('Visited Time').getByRole('time').getAttribute('datetime');
  expect(Date.now() - Date.parse(time ?? '')).toBeLessThan(120_000);
});

test('[VIS-53] [VIS-54] the page tells the search that brought the visitor', async () => {
  await expect(value('Search Keyword')).toHaveText('quiet lamps');
  await expect(value('Search Engine')).toHaveText('Google');
});

test('[VIS-78] [VIS-79] [VIS-80] Actions Performed lists what was accessed, navigated to and talked', async () => {
  const rows = section('Actions Performed').getByRole('row');
  await expect(rows).toHaveText([
    /Action Type/,
    /Accessed\s+Lamps/,
    /Navigation\s+About us/,
    /Chat\s+About us/,
  ]);
});

test('[VIS-35] [VIS-52] [VIS-82] the fields and the actions agree on whose visit it was, how long, and when', async () => {
  await expect(value('Visited By')).toHaveText(name);
  const rows = section('Actions Performed').locator('tbody').getByRole('row');
  // The time of the chat is a part of that of the page that it was on.
  const pages = rows.filter({ hasNotText: /^\s*Chat/ }).locator('td:nth-child(3)');
  const minutes = async () => (await pages.allInnerTexts()).map(Number);
  // What the page told as it was left may arrive after the visit has been opened.
  await expect.poll(async () => (await minutes())[1]).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      const parts = (await minutes()).reduce((sum, part) => sum + part);
      // Each is rounded to a hundredth.
      return Math.abs(parts - Number(await value('Time Spent (Minutes)').innerText())) < 0.03;
    })
    .toBe(true);

  const times = await rows
    .getByRole('time')
    .evaluateAll((all) =>
      all.map((time) => ({ at: (time as HTMLTimeElement).dateTime, text: time.textContent })),
    );
  const instants = times.map(({ at }) => Date.parse(at));
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
  expect(times[0]?.at).toBe(await value('Visited Time').getByRole('time').getAttribute('datetime'));
  for (const { text } of times) expect(text).toMatch(/\d:\d\d/);
});

test('[VIS-37] [VIS-77] the transcript of the chat stands on the page', async () => {
  const transcript = section('Chat Transcripts');
  await expect(transcript).toContainText('Chat with Ada Martin');
  await expect(transcript.getByRole('listitem')).toContainText(['Do you deliver to Lyon?', 'We do.']);
});

test('[VIS-38] [VIS-75] [VIS-76] notes and files are added to the visit', async () => {
  await page.getByRole('textbox', { name: 'Note' }).fill('Wants it by spring');
  await page.locator('crm-notes').getByRole('button', { name: 'Add note' }).click();
  await page.locator('crm-attachments input[type=file]').setInputFiles({
    name: 'lyon.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('12 rue des Lampes'),
  });
  const file = page.locator('crm-attachments [part=row]').filter({ hasText: 'lyon.txt' });
  await expect(file).toBeVisible();
  await page.reload();
  await expect(page.locator('crm-notes')).toContainText('Wants it by spring');
  await page.locator('crm-attachments').scrollIntoViewIfNeeded();
  await expect(file).toBeVisible();
});

test('[VIS-31] [VIS-39] [VIS-40] what the site tells is filled in, and nobody can change it', async () => {
  await expect(section('Visit Information').locator('dt')).toHaveCount(16);
  await expect(section('Visit Information').locator('input, select, textarea, button')).toHaveCount(0);
});

test('[VIS-30] the tab tells who came, from which address, to which page, from where, and for how long', async () => {
  await openPage(page, 'Visits');
  const list = page.locator('crm-visits');
  await expect(list.getByRole('row').filter({ hasText: name })).toHaveCount(1);
  const told: Record<string, string | undefined> = {};
  const index = (await readColumn(list, 'Visited By')).findIndex((text) => text.includes(name));
  for (const title of ['IP Address', 'Visited Page', 'Referrer', 'Time Spent (Minutes)'])
    told[title] = (await readColumn(list, title))[index];
  expect(told).toMatchObject({ 'IP Address': '127.0.0.1', 'Visited Page': 'Lamps | Tarn' });
  expect(told.Referrer).toContain('google.com');
  expect(Number(told['Time Spent (Minutes)'])).toBeGreaterThan(0);
});

test('[VIS-73] [VIS-85] the chat, the pages and the visit stand in the CRM view of the lead, who has had one chat', async () => {
  await openPage(page, 'CRM view');
  const view = page.locator('crm-visit-people');
  await view.getByRole('button', { name: /^Leads\/Contacts/ }).click();
  await view.getByRole('listitem').filter({ hasText: name }).getByRole('button').click();
  const told = async (tab: string) => {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    return page.locator('crm-person-timeline').getByRole('listitem');
  };
  await expect(await told('Chat History')).toHaveText([/Chat\s+About us/]);
  await expect(await told('Page Views')).toHaveText([/About us/, /Lamps/]);
  await expect(await told('Visit History')).toHaveText([/Lamps/]);
  await page.getByRole('link', { name: 'Open record' }).click();
  const chats = page
    .locator('crm-record-field')
    .filter({ has: page.getByText('Number Of Chats', { exact: true }) });
  await expect(chats).toContainText('1');
});
