import { COLLECT_MAX_BYTES, COLLECT_MAX_EVENTS, type CollectEvent } from '@crm-elements/contract';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { crm, crmReady, setHidden, waiting } from './in-page.js';
import type { Collector } from './collector.js';

const names = (collector: Collector) =>
  collector
    .events('e')
    .map(({ n }) => n)
    .sort();

/** Lets time pass until `done` holds, for there are waits between attempts. */
const passUntil = (page: Page, done: () => boolean) =>
  expect
    .poll(async () => {
      await page.clock.runFor(10_000);
      return done();
    })
    .toBe(true);

test.describe('with a page that stays', () => {
  test.beforeEach(async ({ page, site, collector }) => {
    await page.clock.install();
    await page.goto(site.url('/'));
    await expect.poll(() => collector.events('v').length).toBe(1);
    await page.clock.runFor(20_000);
  });

  test('offline, then back', async ({ page, context, collector }) => {
    await context.setOffline(true);
    await crm(page, 'track', 'one');
    await crm(page, 'track', 'two');
    await page.clock.runFor(10_000);
    expect(collector.events('e')).toEqual([]);
    await context.setOffline(false);
    await passUntil(page, () => names(collector).length === 2);
    expect(names(collector)).toEqual(['one', 'two']);
    expect(collector.events('e').every(({ a = 0 }) => a >= 10_000)).toBe(true);
    await expect.poll(() => waiting(page)).toBe(0);
  });

  for (const status of [503, 429]) {
    test(`${status}: comes back when Retry-After says so, not earlier`, async ({ page, collector }) => {
      collector.status = status;
      collector.retryAfter = '40';
      await crm(page, 'track', 'one');
      await expect.poll(() => collector.collected.at(-1)?.status).toBe(status);
      // The page has the answer, too.
      await page.evaluate(() => fetch('/'));
      await crm(page, 'track', 'two');
      const asked = collector.collected.length;
      await page.clock.runFor(30_000);
      await page.evaluate(() => fetch('/'));
      expect(collector.collected).toHaveLength(asked);
      collector.status = 200;
      collector.retryAfter = undefined;
      await passUntil(page, () => names(collector).length === 2);
      expect(names(collector)).toEqual(['one', 'two']);
      await expect.poll(() => waiting(page)).toBe(0);
    });
  }

  test('a failing collector is asked ever more rarely', async ({ page, collector }) => {
    collector.status = 500;
    await crm(page, 'track', 'one');
    await expect.poll(() => collector.collected.at(-1)?.status).toBe(500);
    await setHidden(page, true);
    for (let second = 0; second < 600; second += 20) {
      await page.clock.runFor(20_000);
      await page.evaluate(() => fetch('/'));
    }
    const attempts = collector.collected.filter(({ request }) => request.e.some(({ t }) => t === 'e'));
    expect(attempts.length).toBeGreaterThan(5);
    expect(attempts.length).toBeLessThan(40);
    collector.status = 200;
    await passUntil(page, () => names(collector).length === 1);
  });

  test('of a refused batch only the bad event is dropped', async ({ page, collector }) => {
    const isBad = (event: CollectEvent) => event.t === 'e' && event.n === 'bad';
    collector.status = ({ e }) => (e.some(isBad) ? 400 : 200);
    await page.evaluate(() => {
      const { crm: call } = window as unknown as { crm: (...args: unknown[]) => void };
      for (const name of ['one', 'bad', 'two', 'three']) call('track', name);
    });
    await expect.poll(() => names(collector)).toEqual(['one', 'three', 'two']);
    await expect.poll(() => waiting(page)).toBe(0);
    const refused = collector.collected.filter(({ status }) => status === 400).length;
    expect(refused).toBe(2);
    await page.clock.runFor(60_000);
    await page.evaluate(() => fetch('/'));
    expect(collector.collected.filter(({ status }) => status === 400)).toHaveLength(refused);
  });
});

test('offline, and the next visit', async ({ page, context, site, collector }) => {
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  await context.setOffline(true);
  await crm(page, 'track', 'one');
  await expect.poll(() => waiting(page)).toBe(1);
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.clock.install({ time: Date.now() + 45 * 60_000 });
  await next.goto(site.url('/next'));
  await passUntil(next, () => names(collector).length === 1);
  const old = collector.taken.find(({ e }) => e.some(({ t }) => t === 'e'));
  expect(old?.s).toBe(collector.taken[0]?.s);
  expect(old?.e[0]?.a).toBeGreaterThan(45 * 60_000 - 1_000);
  expect(collector.taken.find(({ e }) => e.some(({ t, a }) => t === 'v' && !a))?.s).toBeDefined();
  await expect.poll(() => waiting(next)).toBe(0);
});

test('more than two hundred events: the newest arrive, in pieces', async ({ page, site, collector }) => {
  await page.clock.install();
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  collector.status = 503;
  await page.evaluate(() => {
    const { crm: call } = window as unknown as { crm: (...args: unknown[]) => void };
    for (let n = 0; n < 260; n++) call('track', `event ${n}`);
  });
  const refused = () => collector.collected.filter(({ status }) => status === 503);
  await expect.poll(() => refused().flatMap(({ request }) => request.e).length).toBe(260);
  collector.status = 200;
  await passUntil(page, () => names(collector).length >= 200);
  await expect.poll(() => waiting(page)).toBe(0);
  // Two hundred are kept, and some for those on their way.
  expect(names(collector).length).toBeLessThanOrEqual(220);
  expect(names(collector)).toContain('event 259');
  for (const { request, bytes } of collector.collected) {
    expect(request.e.length).toBeLessThanOrEqual(COLLECT_MAX_EVENTS);
    expect(bytes).toBeLessThan(COLLECT_MAX_BYTES);
  }
  await expect.poll(() => waiting(page)).toBe(0);
});

test('answers that never come hold nothing up, and lose nothing', async ({
  page,
  context,
  site,
  collector,
}) => {
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  collector.mute = true;
  await crm(page, 'track', 'one');
  await expect.poll(() => names(collector)).toEqual(['one']);
  await crm(page, 'track', 'two');
  await expect.poll(() => names(collector)).toEqual(['one', 'two']);
  expect(await waiting(page)).toBe(2);
  collector.mute = false;
  await page.close();
  const next = await context.newPage();
  await next.clock.install();
  await next.goto(site.url('/next'));
  await passUntil(next, () => collector.copies('e') === 4);
  expect(names(collector)).toEqual(['one', 'two']);
  await expect.poll(() => waiting(next)).toBe(0);
});

test('tabs that open together send what waits', async ({ page, context, site, collector }) => {
  collector.status = 503;
  await page.goto(site.url('/'));
  await crmReady(page);
  for (const name of ['one', 'two', 'three']) await crm(page, 'track', name);
  await expect.poll(() => waiting(page)).toBe(4);
  await page.close();
  const time = Date.now() + 60_000;
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()));
  for (const tab of tabs) await tab.clock.install({ time });
  collector.status = 200;
  await Promise.all(tabs.map((tab) => tab.goto(site.url('/next'))));
  await expect
    .poll(async () => {
      for (const tab of tabs) await tab.clock.runFor(1_000);
      return names(collector).length;
    })
    .toBe(3);
  expect(names(collector)).toEqual(['one', 'three', 'two']);
  for (const tab of tabs) await expect.poll(() => waiting(tab)).toBe(0);
});
