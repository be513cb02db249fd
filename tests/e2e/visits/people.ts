import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { shopOrigin } from '../origins.js';

/** A browser and a system that the tests can name. */
export const windowsChrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

/** Somebody at a machine of their own who opens a page of the shop, from another page where one is named. */
export async function visitShop(
  browser: Browser,
  path: string,
  {
    referer,
    origin = shopOrigin(),
    ...machine
  }: BrowserContextOptions & { referer?: string; origin?: string } = {},
): Promise<Page> {
  const shop = await (await browser.newContext(machine)).newPage();
  await shop.goto(origin + path, referer === undefined ? {} : { referer });
  return shop;
}

/** The same person comes back when half an hour has passed, after which it is another visit. */
export async function comeBack(before: Page, path: string): Promise<Page> {
  const shop = await before.context().newPage();
  await before.close();
  await shop.clock.install({ time: Date.now() + 31 * 60_000 });
  await shop.goto(shopOrigin() + path);
  return shop;
}

/** Writes through the contact form of the shop: the visitor becomes a lead. */
export async function writeToShop(shop: Page, first: string, last: string): Promise<void> {
  await shop.getByRole('link', { name: 'Contact' }).first().click();
  await shop.getByLabel('First name').fill(first);
  await shop.getByLabel('Last name').fill(last);
  await shop.getByLabel('E-mail').fill(`${first}.${last}@home.test`.toLowerCase());
  await shop.getByLabel('Message').fill('Does the oak one dim?');
  await shop.getByRole('button', { name: 'Send' }).click();
  await expect(shop).toHaveURL(/thanks/);
}

/** What a page or a part of it says of a term. */
export const fact = (place: Page | Locator, label: string): Locator =>
  place.getByText(label, { exact: true }).locator(':scope + dd');

/** A column of a list of visits by its title, as a reader reads it; times as they are written for machines. */
export const readColumn = (list: Locator, title: string): Promise<string[]> =>
  list.evaluate((element, wanted) => {
    const root = element.shadowRoot;
    const titles = [...(root?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent.trim());
    const index = titles.indexOf(wanted);
    return [...(root?.querySelectorAll('tr.row') ?? [])].map((row) => {
      const cell = row.children[index];
      return cell?.querySelector('time')?.dateTime ?? cell?.textContent.trim() ?? '';
    });
  }, title);
