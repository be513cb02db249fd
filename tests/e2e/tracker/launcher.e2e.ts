import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { crm, crmReady } from './in-page.js';

const axe = createRequire(import.meta.url).resolve('axe-core');

interface Axe {
  run(): Promise<{ violations: { id: string }[] }>;
}

/** Rules that axe finds broken on the page; `axe` comes as a file, for the policy forbids inline code. */
const violations = (page: Page) =>
  page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: Axe }).axe.run();
    return found.map(({ id }) => id);
  });

for (const [lang, label] of [
  ['en', 'Chat'],
  ['fr', 'Discuter'],
  ['ar', 'دردشة'],
] as const) {
  test(`the launcher speaks ${lang}, harms nothing and goes when it is told`, async ({ page, site }) => {
    site.pages.set('/', {
      attributes: `data-lang="${lang}"`,
      title: 'Shop',
      body: '<main><h1>Shop</h1><p>Lamps</p></main>',
    });
    await page.addInitScript({ path: axe });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) =>
        shifts.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'layout-shift',
        buffered: true,
      });
    });
    await page.goto(site.url('/'));
    await crmReady(page);
    const button = page.getByRole('button', { name: label, exact: true });
    await expect(button).toBeVisible();
    await crm(page, 'chat', 'hide');
    await expect(button).toHaveCount(0);
    const main = await page.locator('main').boundingBox();
    await crm(page, 'chat', 'show');
    await crm(page, 'chat', 'show');
    await expect(button).toHaveCount(1);
    await expect(button).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('main').boundingBox()).toEqual(main);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });
}

test('data-chat="hidden" keeps the launcher away until it is asked for', async ({ page, site }) => {
  site.pages.set('/', { attributes: 'data-chat="hidden"' });
  await page.goto(site.url('/'));
  await crmReady(page);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await expect(page.locator('crm-launcher')).toHaveCount(0);
  await crm(page, 'chat', 'show');
  await expect(page.locator('crm-launcher')).toBeVisible();
});
