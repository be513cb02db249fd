import { expect, test, type Browser, type Page } from '@playwright/test';
import { shopOrigin } from '../origins.js';
import { keepVisitsOut } from './examples.js';
import { longestTaskOf } from './trace.js';

/** CPU slow-down that stands for a phone, and what a task may take there. */
const SLOWDOWN = 4;
const LONGEST_TASK = 50;

interface Shift {
  readonly value: number;
  readonly moved: string[];
}

/** The shop as it is, or without the tag that embeds the script. */
async function openShop(page: Page, { embedded }: { embedded: boolean }): Promise<void> {
  await keepVisitsOut(page.context());
  if (!embedded) {
    await page.route(`${shopOrigin()}/`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const without = html.replace(/<script async src="[^"]*embed\.js"[^>]*><\/script>/, '');
      expect(without, 'the page holds the tag').not.toBe(html);
      await route.fulfill({ response, body: without });
    });
  }
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Node }[] };
        shifts.push({ value, moved: sources.map(({ node }) => node?.nodeName ?? 'removed') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(`${shopOrigin()}/`);
  if (embedded) await page.waitForFunction(() => 'crm' in window);
}

/** Reads to the end of the page and back, as a visitor would. */
async function readOn(page: Page): Promise<void> {
  await page.locator('footer').scrollIntoViewIfNeeded();
  await page.locator('header').first().scrollIntoViewIfNeeded();
  // Two frames later what the script has drawn is on the screen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function shiftsOf(browser: Browser, embedded: boolean): Promise<Shift[]> {
  const page = await (await browser.newContext()).newPage();
  await openShop(page, { embedded });
  await readOn(page);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  await page.context().close();
  return shifts;
}

test('the embed code moves nothing on the page', async ({ browser }) => {
  const sum = (shifts: Shift[]) => shifts.reduce((total, { value }) => total + value, 0);
  const without = await shiftsOf(browser, false);
  const withCode = await shiftsOf(browser, true);
  expect(sum(withCode), JSON.stringify(withCode)).toBe(sum(without));
});

test('a shift would be seen', async ({ page }) => {
  await openShop(page, { embedded: false });
  await page.evaluate(() => {
    document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'In the way' }));
  });
  await page.waitForFunction(() => (window as unknown as { shifts: Shift[] }).shifts.length > 0);
});

test(`the embed code has no task over ${LONGEST_TASK} ms on a slow machine`, async ({ browser, page }) => {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'],
  });
  await openShop(page, { embedded: true });
  await readOn(page);
  const longest = longestTaskOf(await browser.stopTracing(), /\/(embed|vitals-[\w-]+)\.js$/);
  expect(longest, 'the trace holds the script').toBeGreaterThan(0);
  expect(longest).toBeLessThan(LONGEST_TASK);
});
