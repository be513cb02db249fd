import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from './people.js';

const card = (page: Page) => page.getByRole('dialog', { name: 'Quick look' });
const accountOf = (page: Page) => page.locator('crm-record a[href*="/Accounts/"]').first();

async function openDeal(page: Page): Promise<void> {
  await openPage(page, 'Deals');
  await page.locator('crm-record-list tbody a[href*="/Deals/"]').first().click();
  await expect(accountOf(page)).toBeVisible();
}

test('[FEED-27] a business card of a record shows where the record is named, and stays as long as it is wanted', async ({
  browser,
}) => {
  const page = await signIn(browser, 'Admin');
  await openDeal(page);
  const name = (await accountOf(page).textContent()) ?? '';

  await test.step('by pointer, which may move into it', async () => {
    await accountOf(page).hover();
    await expect(card(page)).toContainText(name);
    await expect(card(page)).toContainText('Industry');
    await card(page).getByText('Industry', { exact: true }).hover();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
  });

  await test.step('by keyboard, which reaches what is in it', async () => {
    await page.mouse.move(0, 0);
    await accountOf(page).focus();
    await page.keyboard.press('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(card(page)).toContainText(name);
    await page.keyboard.press('Tab');
    await expect(card(page).getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    await expect(accountOf(page)).toBeFocused();
  });

  await test.step('in lists as well', async () => {
    await openPage(page, 'Contacts');
    const row = page.locator('crm-record-list tbody a[href*="/Contacts/"]').first();
    await row.hover();
    await expect(card(page)).toContainText((await row.textContent()) ?? '');
    await page.mouse.move(0, 0);
    await expect(card(page)).toBeHidden();
  });
  await page.context().close();
});

test('[FEED-27] a business card of a record shows by a long press of a finger, and a tap elsewhere hides it', async ({
  browser,
}) => {
  const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } };
  const page = await signIn(browser, 'Admin', phone);
  await openDeal(page);
  await accountOf(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await accountOf(page).boundingBox())!;
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchEnd') =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchStart' ? [{ x: x + width / 2, y: y + height / 2 }] : [],
    });
  const address = page.url();
  await touch('touchStart');
  await expect(card(page)).toBeVisible();
  await touch('touchEnd');
  await expect(card(page)).toContainText((await accountOf(page).textContent()) ?? '');
  expect(page.url()).toBe(address);
  await page.touchscreen.tap(5, 5);
  await expect(card(page)).toBeHidden();
  await page.context().close();
});
