import { expect, test } from './fixtures.js';
import { setHidden, stored, waiting } from './in-page.js';
import { paths } from './views.js';

const bundle = 'tracker-lite.js';

for (const api of ['navigation', 'history'] as const) {
  test(`lite counts views with the ${api} API`, async ({ page, site, collector }) => {
    if (api === 'history') {
      await page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }));
    }
    site.pages.set('/', { bundle, title: 'Home' });
    await page.goto(site.url('/#top'));
    await expect.poll(() => paths(collector)).toEqual(['/']);
    await page.evaluate(() => {
      history.pushState({}, '', '/second');
      document.title = 'Second';
    });
    await expect.poll(() => paths(collector)).toEqual(['/', '/second']);
    await page.evaluate(() => history.replaceState({}, '', '/second?page=2'));
    await page.goBack();
    await expect.poll(() => paths(collector)).toEqual(['/', '/second', '/']);
    const [first, second] = collector.events('v');
    expect([first?.n, second?.n]).toEqual(['Home', 'Second']);
    await expect.poll(() => collector.ended()).toEqual([first?.i, second?.i]);
    expect(new Set(collector.taken.map(({ u, s }) => `${u} ${s}`)).size).toBe(1);
    expect(collector.asked.filter((line) => line.startsWith('OPTIONS'))).toEqual([]);
  });
}

test('lite sends engagement: heartbeats in sight, and the end', async ({ page, site, collector }) => {
  site.pages.set('/', { bundle, body: '<canvas width="1" height="9000"></canvas>' });
  await page.clock.install();
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  await page.clock.runFor(40_000);
  await expect.poll(() => collector.events('g').length).toBeGreaterThanOrEqual(2);
  await setHidden(page, true);
  const beats = collector.events('g').length;
  await page.clock.runFor(60_000);
  await setHidden(page, false);
  expect(collector.events('g')).toHaveLength(beats);
  await page.evaluate(() => window.scrollTo(0, 4_000));
  await page.close();
  await expect.poll(() => collector.ended()).toEqual([collector.events('v')[0]?.i]);
  const end = collector.events('g').find(({ x }) => x);
  expect(end?.m).toBeGreaterThanOrEqual(39_000);
  expect(end?.m).toBeLessThan(60_000);
  expect(end?.d).toBeGreaterThan(45);
  expect(end?.d).toBeLessThan(65);
});

test('lite keeps a view for the next visit while the collector fails', async ({
  page,
  context,
  site,
  collector,
}) => {
  for (const path of ['/', '/next']) site.pages.set(path, { bundle });
  collector.status = 503;
  await page.goto(site.url('/'));
  await expect.poll(() => waiting(page)).toBe(1);
  await page.close();
  collector.status = 200;
  const next = await context.newPage();
  await next.clock.install();
  await next.goto(site.url('/next'));
  await expect
    .poll(async () => {
      await next.clock.runFor(1_000);
      return paths(collector).sort();
    })
    .toEqual(['/', '/next']);
  await expect.poll(() => waiting(next)).toBe(0);
});

test('lite is silent where consent is required', async ({ page, site, collector }) => {
  site.pages.set('/', { bundle, attributes: 'data-consent="required"' });
  await page.clock.install();
  await page.goto(site.url('/'));
  await page.evaluate(() => history.pushState({}, '', '/step'));
  await page.clock.runFor(60_000);
  await page.goto(site.url('/'));
  expect(await stored(page)).toEqual([]);
  expect(collector.collected).toEqual([]);
});
