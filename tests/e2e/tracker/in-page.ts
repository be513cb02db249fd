import type { Page } from '@playwright/test';

type Crm = (...call: unknown[]) => void;

/** Calls `crm` in the page. */
export const crm = (page: Page, ...call: unknown[]): Promise<void> =>
  page.evaluate((args) => (window as unknown as { crm: Crm }).crm(...args), call);

/** Puts the page into the background or back, as far as the page can tell. */
export const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: now });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: now ? 'hidden' : 'visible',
    });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);

/** Takes the focus from the page or gives it back, as far as the page can tell. */
export const setFocused = (page: Page, focused: boolean): Promise<void> =>
  page.evaluate((now) => {
    document.hasFocus = () => now;
    window.dispatchEvent(new Event(now ? 'focus' : 'blur'));
  }, focused);

/** Names of everything that the page's site has stored in the browser. */
export const stored = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(document.cookie ? [document.cookie] : []),
    ...(await indexedDB.databases()).map(({ name }) => String(name)),
    ...(await caches.keys()),
  ]);

/** Holds the page's clock; from now on time passes only by `page.clock.runFor`. */
export async function holdTime(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 1_000);
}

/** Scrolls, and waits until the browser has told those who watch what is in sight. */
export const scrollTo = (page: Page, top: number): Promise<void> =>
  page.evaluate(async (y) => {
    window.scrollTo(0, y);
    // Whoever begins to watch anew when told is told once more.
    for (let round = 0; round < 2; round++)
      await new Promise((resolve) => new IntersectionObserver(resolve).observe(document.documentElement));
  }, top);

/** Waits until the tracker runs: the page's own queue has been replaced. */
export const crmReady = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => typeof (window as unknown as { crm?: { push?: unknown } }).crm?.push === 'function',
  );

/** How many events wait in the page's storage. */
export const waiting = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => /^crm:demo-portal:./.test(key)).length);
