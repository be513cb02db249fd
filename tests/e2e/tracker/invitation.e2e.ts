import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { crm, crmReady } from './in-page.js';

const bubble = (page: Page) => page.getByRole('region', { name: 'Invitation to chat' });
const command = (n: number, name: string, data: object) => ({
  r: 1,
  c: [{ n, t: 'page' as const, name, data }],
});

test('an invitation shows above the launcher, takes no focus, and Escape sends it away', async ({
  page,
  site,
  collector,
}) => {
  site.pages.set('/', {
    attributes: 'data-lang="en"',
    body: '<main><h1>Shop</h1><input aria-label="Search"></main>',
  });
  collector.answer = command(1, 'crm.invite', { text: 'Can I help?\nWe are here.' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(site.url('/'));
  await page.getByLabel('Search').focus();
  await expect(bubble(page).getByRole('status')).toContainText('Can I help?');
  await expect(page.getByLabel('Search')).toBeFocused();
  for (const name of ['Answer', 'Dismiss']) {
    const box = await bubble(page).getByRole('button', { name }).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  await page.keyboard.press('Tab');
  await expect(bubble(page).getByRole('button', { name: 'Answer' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bubble(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Chat', exact: true })).toBeFocused();
});

test('the answer opens the chat with the words of the invitation', async ({ page, site, collector }) => {
  site.pages.set('/', { attributes: 'data-lang="en" data-chat="hidden"' });
  collector.answer = command(1, 'crm.invite', { text: 'Ten percent today' });
  await page.goto(site.url('/'));
  await bubble(page).getByRole('button', { name: 'Answer' }).click();
  await expect(page.locator('crm-chat > crm-greeting[slot=intro]')).toHaveText('Ten percent today');
  await expect(page.locator('crm-chat:popover-open')).toHaveCount(1);
  await expect(bubble(page)).toHaveCount(0);
});

test('the CRM opens the chat without taking the focus, shows and hides the launcher', async ({
  page,
  site,
  collector,
}) => {
  site.pages.set('/', { attributes: 'data-lang="en"', body: '<input aria-label="Search">' });
  collector.answer = command(1, 'crm.open', {});
  await page.goto(site.url('/'));
  await page.getByLabel('Search').focus();
  await expect(page.locator('crm-chat:popover-open')).toHaveCount(1);
  await expect(page.getByLabel('Search')).toBeFocused();
  for (const [n, effect, count] of [
    [2, 'hide', 0],
    [3, 'animate', 1],
    [4, 'hide', 0],
    [5, 'show', 1],
  ] as const) {
    collector.answer = command(n, 'crm.launcher', { effect });
    await crm(page, 'track', effect);
    await expect(page.locator('crm-launcher:visible')).toHaveCount(count);
  }
});

test('what is to come later does not come once the page has been left', async ({ page, site, collector }) => {
  await page.clock.install();
  site.pages.set('/', { attributes: 'data-lang="en"' });
  collector.answer = command(1, 'crm.invite', { text: 'Late', after: 5 });
  const loaded = page.waitForResponse(/commands\.js/);
  await page.goto(site.url('/'));
  await crmReady(page);
  await loaded;
  await page.clock.runFor(4_000);
  await expect(bubble(page)).toHaveCount(0);
  await page.evaluate(() => history.pushState({}, '', '/next'));
  await page.clock.runFor(4_000);
  await expect(bubble(page)).toHaveCount(0);
  collector.answer = command(2, 'crm.invite', { text: 'In time', after: 5 });
  await crm(page, 'track', 'again');
  await expect.poll(() => collector.events('e').length).toBe(1);
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000);
      return bubble(page).count();
    })
    .toBe(1);
});
