import type { CollectEvent } from '@crm-elements/contract';
import type { Collector } from './collector.js';
import { expect, test } from './fixtures.js';
import { crm, holdTime, scrollTo, setFocused, setHidden } from './in-page.js';

const viewOf = (collector: Collector, path: string) =>
  collector.events('v').find(({ u }) => new URL(u).pathname === path)?.i;
const totals = (collector: Collector, path: string) =>
  collector.events('g').filter(({ i }) => i === viewOf(collector, path));
const end = (collector: Collector, path: string) => totals(collector, path).find(({ x }) => x);

test.beforeEach(async ({ page }) => {
  await page.clock.install();
});

test('only time in sight and in focus is engaged time', async ({ page, site, collector }) => {
  await page.goto(site.url('/'));
  await expect.poll(() => viewOf(collector, '/')).toBeDefined();
  await holdTime(page);
  await crm(page, 'page', '/read');
  await page.clock.runFor(5_000);
  await setHidden(page, true);
  await page.clock.runFor(7_000);
  await setHidden(page, false);
  await page.clock.runFor(3_000);
  await setFocused(page, false);
  await page.clock.runFor(4_000);
  await setFocused(page, true);
  await page.clock.runFor(2_000);
  await crm(page, 'page', '/next');
  await expect.poll(() => end(collector, '/read')?.m).toBe(10_000);
});

test('a page in sight sends its totals every 15 s, one in the background none', async ({
  page,
  site,
  collector,
}) => {
  await page.goto(site.url('/'));
  await expect.poll(() => viewOf(collector, '/')).toBeDefined();
  await holdTime(page);
  await page.clock.runFor(61_000);
  await expect.poll(() => totals(collector, '/').length).toBeGreaterThanOrEqual(3);
  const beats = totals(collector, '/');
  expect(beats.length).toBeLessThanOrEqual(5);
  expect(beats.every(({ x }) => x === undefined)).toBe(true);
  // Requests may overtake each other; each beat tells another total.
  expect(new Set(beats.map(({ m }) => m)).size).toBe(beats.length);
  await setHidden(page, true);
  const before = totals(collector, '/').length;
  await page.clock.runFor(61_000);
  await setHidden(page, false);
  await crm(page, 'page', '/next');
  await expect.poll(() => end(collector, '/')).toBeDefined();
  expect(totals(collector, '/').slice(before)).toHaveLength(1);
});

test('the end of a page of an application travels with the next view', async ({ page, site, collector }) => {
  await page.goto(site.url('/'));
  await expect.poll(() => viewOf(collector, '/')).toBeDefined();
  await holdTime(page);
  await page.evaluate(() => history.pushState({}, '', '/second'));
  await page.clock.runFor(100);
  await expect.poll(() => viewOf(collector, '/second')).toBeDefined();
  const request = collector.taken.find(({ e }) =>
    e.some((event) => event.i === viewOf(collector, '/second')),
  );
  expect(request?.e.map(({ t }: CollectEvent) => t).sort()).toEqual(['g', 'v']);
  expect(request?.e.find(({ t }) => t === 'g')).toMatchObject({ i: viewOf(collector, '/'), x: 1 });
});

test('the depth is that of each view, and leaving is exact', async ({ page, site, collector }) => {
  site.pages.set('/', { body: '<canvas width="1" height="9000"></canvas>' });
  await page.goto(site.url('/'));
  await expect.poll(() => viewOf(collector, '/')).toBeDefined();
  await page.clock.runFor(20_000);
  await scrollTo(page, 9_000);
  await scrollTo(page, 0);
  await page.evaluate(() => history.pushState({}, '', '/second'));
  await page.clock.runFor(100);
  await expect.poll(() => end(collector, '/')?.d).toBe(100);
  await page.evaluate(() => window.scrollTo(0, 2_000));
  await page.close();
  await expect.poll(() => end(collector, '/second')?.d).toBeGreaterThan(20);
  expect(end(collector, '/second')?.d).toBeLessThan(40);
});

test('the depth of a view that the page names itself is its own', async ({ page, site, collector }) => {
  site.pages.set('/', { body: '<canvas width="1" height="9000"></canvas>' });
  await page.goto(site.url('/'));
  await expect.poll(() => viewOf(collector, '/')).toBeDefined();
  await page.clock.runFor(20_000);
  await scrollTo(page, 9_000);
  await scrollTo(page, 0);
  await crm(page, 'page', '/second');
  await page.close();
  await expect.poll(() => end(collector, '/second')).toBeDefined();
  expect(end(collector, '/second')?.d).toBeLessThan(20);
});

test('nothing listens to scrolling, moving or unloading', async ({ page, site, collector }) => {
  await page.addInitScript(() => {
    const types: string[] = [];
    Object.assign(window, { listenedTo: types });
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof add>) {
      types.push(args[0]);
      return add.apply(this, args);
    };
  });
  await page.goto(site.url('/'));
  await expect.poll(() => viewOf(collector, '/')).toBeDefined();
  await page.clock.runFor(30_000);
  await crm(page, 'chat', 'show');
  await expect.poll(() => collector.asked.some((line) => line.includes('vitals'))).toBe(true);
  const listenedTo = await page.evaluate(() => (window as unknown as { listenedTo: string[] }).listenedTo);
  expect(listenedTo).toContain('pagehide');
  const costly = /^(scroll|wheel|mouse(move|wheel|over)|pointer(move|over)|touch|beforeunload|unload)/;
  expect(listenedTo.filter((type) => costly.test(type))).toEqual([]);
  expect(await page.evaluate(() => [window.onbeforeunload, window.onscroll])).toEqual([null, null]);
});
