import { expect, test } from './fixtures.js';
import { crm, crmReady } from './in-page.js';

/** What a page does to itself before the tracker comes; everything arrives nevertheless. */
const hostile: Record<string, string> = {
  'storage that throws': `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });`,
  'no storage at all': `Object.defineProperty(window, 'localStorage', { value: null });`,
  'storage that is full': `const text = 'x'.repeat(1024 * 256);
    try { for (let n = 0; ; n++) localStorage.setItem('page' + n, text); } catch {}
    try { for (let n = 0; ; n++) localStorage.setItem('p' + n, ''); } catch {}`,
  'a history that is frozen': `Object.defineProperty(window, 'navigation', { value: undefined });
    Object.freeze(History.prototype); Object.freeze(history);`,
  'a polluted Object.prototype': `Object.assign(Object.prototype, { extra: 'x', k: 'evil', x: 1, n: 'evil', q: [['track', 'evil']] });`,
  'an extended Array.prototype': `Array.prototype.last = function () { return this[this.length - 1]; };
    Array.prototype.toJSON = undefined; String.prototype.extra = 1; Function.prototype.extra = () => 1;`,
  'no sendBeacon, fetchLater or locks': `delete window.fetchLater;
    Object.defineProperty(navigator, 'sendBeacon', { value: undefined });
    Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });`,
  'locks that are refused': `Object.defineProperty(Navigator.prototype, 'locks', { get: () => ({ request: () => Promise.reject(new Error('no')) }) });`,
  'no requestIdleCallback': `delete window.requestIdleCallback;`,
  'a fetch of its own': `const own = window.fetch; window.fetch = (...args) => own(...args);`,
  'elements named like the API': `document.documentElement.insertAdjacentElement;
    addEventListener('DOMContentLoaded', () => { for (const name of ['crypto', 'navigation', 'history', 'fetch']) {
      const image = document.createElement('img'); image.name = name; document.body.append(image); } });`,
};

for (const [name, before] of Object.entries(hostile)) {
  test(`${name}: everything arrives, and nothing is thrown`, async ({ page, site, collector, context }) => {
    site.pages.set('/', { before });
    await page.goto(site.url('/'));
    await crmReady(page);
    await crm(page, 'track', 'one', { n: 1 });
    await crm(page, 'identify', { email: 'ada@example.test' });
    await expect.poll(() => [collector.events('e').length, collector.events('i').length]).toEqual([1, 1]);
    await expect.poll(() => collector.events('v').length).toBe(1);
    expect(collector.taken.every(({ k }) => k === 'demo-portal')).toBe(true);
    expect(collector.events('e')[0]).toMatchObject({ n: 'one', w: { n: 1 } });
    expect(await context.cookies()).toEqual([]);
    expect(collector.asked.filter((line) => line.startsWith('OPTIONS'))).toEqual([]);
  });
}

/** What takes the ground from under the tracker: it stays silent, and the page works. */
const fatal: Record<string, string> = {
  'no crypto': `Object.defineProperty(window, 'crypto', { value: undefined });`,
  'a fetch that throws': `window.fetch = () => { throw new Error('mine'); };`,
  'a fetch that answers nonsense': `window.fetch = () => 7;`,
  'a fetch that rejects': `window.fetch = () => Promise.reject(new Error('mine'));`,
  'a frozen global': `Object.defineProperty(window, 'crm', { value: 1, writable: false });`,
  'no IntersectionObserver': `delete window.IntersectionObserver;`,
};

for (const [name, before] of Object.entries(fatal)) {
  test(`${name}: nothing is thrown`, async ({ page, site, collector }) => {
    await page.clock.install();
    site.pages.set('/', { before, body: '<a href="/next">next</a>' });
    await page.goto(site.url('/'));
    await expect.poll(() => collector.asked).toContain('GET /embed.js');
    await page.evaluate(() => history.pushState({}, '', '/step'));
    await page.clock.runFor(30_000);
    await page.click('a');
    await page.waitForURL('**/next');
    await expect.poll(() => collector.events('v').length).toBeGreaterThan(0);
  });
}

test('without fetchLater the end of a view is sent by a beacon as the page goes', async ({
  page,
  site,
  collector,
}) => {
  site.pages.set('/', { before: 'delete window.fetchLater;' });
  for (const how of ['close', 'navigate'] as const) {
    collector.collected.length = 0;
    const tab = how === 'close' ? await page.context().newPage() : page;
    await tab.goto(site.url('/'));
    await expect.poll(() => collector.events('v').length).toBe(1);
    if (how === 'close') await tab.close({ runBeforeUnload: true });
    else await tab.goto(site.url('/next'));
    await expect.poll(() => collector.ended()).toEqual([collector.events('v')[0]?.i]);
  }
});
