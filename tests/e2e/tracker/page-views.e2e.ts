import { expect, test } from './fixtures.js';
import { crm, crmReady, setHidden } from './in-page.js';
import { paths } from './views.js';

test('a load is one view, with title and id', async ({ page, site, collector }) => {
  site.pages.set('/', { title: 'Home' });
  await page.goto(site.url('/?a=1#top'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  const [request] = collector.taken;
  expect(request).toMatchObject({ v: 1, k: 'demo-portal', e: [{ t: 'v', n: 'Home', u: site.url('/?a=1') }] });
  expect(request?.u).toMatch(/^[\w-]{22}$/);
  expect(request?.s).toMatch(/^[\w-]{22}$/);
  expect(collector.asked.filter((line) => line.startsWith('OPTIONS'))).toEqual([]);
});

for (const api of ['navigation', 'history'] as const) {
  test.describe(`with the ${api} API`, () => {
    test.beforeEach(async ({ context }) => {
      if (api === 'history') {
        await context.addInitScript(() => {
          Object.defineProperty(window, 'navigation', { value: undefined });
        });
      }
    });

    test('pushState and back are views, a replaced query is none', async ({ page, site, collector }) => {
      await page.goto(site.url('/'));
      await page.evaluate(() => {
        history.pushState({}, '', '/second');
        document.title = 'Second';
      });
      await expect.poll(() => paths(collector)).toEqual(['/', '/second']);
      expect(collector.events('v')[1]).toMatchObject({ n: 'Second' });
      await page.evaluate(() => history.replaceState({}, '', '/second?page=2'));
      await page.goBack();
      await expect.poll(() => paths(collector)).toEqual(['/', '/second', '/']);
      await page.goForward();
      await expect.poll(() => paths(collector)).toEqual(['/', '/second', '/', '/second']);
    });
  });
}

for (const hash of [true, false]) {
  test(`a fragment is ${hash ? 'a' : 'no'} page ${hash ? 'with' : 'without'} data-hash`, async ({
    page,
    site,
    collector,
  }) => {
    site.pages.set('/', { attributes: hash ? 'data-hash' : '' });
    await page.goto(site.url('/#one'));
    await expect.poll(() => collector.events('v').length).toBe(1);
    await page.evaluate(() => (location.hash = 'two'));
    await page.evaluate(() => history.pushState({}, '', '/end'));
    const hashes = hash ? ['#one', '#two', ''] : ['', ''];
    await expect.poll(() => collector.events('v').map(({ u }) => new URL(u).hash)).toEqual(hashes);
  });
}

test('a page opened in the background is viewed when it is seen', async ({ page, site, collector }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  });
  await page.goto(site.url('/'));
  await crmReady(page);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(collector.collected).toEqual([]);
  await setHidden(page, false);
  await expect.poll(() => paths(collector)).toEqual(['/']);
  await setHidden(page, true);
  await setHidden(page, false);
  await crm(page, 'track', 'seen');
  await expect.poll(() => collector.events('e').length).toBe(1);
  expect(paths(collector)).toEqual(['/']);
});

test('the page may name its views itself', async ({ page, site, collector }) => {
  await page.goto(site.url('/'));
  await crmReady(page);
  await crm(page, 'page', '/basket', 'Basket');
  await crm(page, 'page', { url: '/pay?step=1', title: 'Pay' });
  await crm(page, 'page');
  await expect
    .poll(() => collector.events('v').map(({ u, n }) => [u, n]))
    .toEqual([
      [site.url('/'), '/'],
      [site.url('/basket'), 'Basket'],
      [site.url('/pay?step=1'), 'Pay'],
      [site.url('/'), '/'],
    ]);
  const [first, second, third] = collector.events('v').map(({ i }) => i);
  await expect.poll(() => collector.ended()).toEqual([first, second, third]);
});

test('a foreign referrer is told once, the own site never', async ({ page, site, collector }) => {
  await page.goto(site.url('/'), { referer: 'https://search.example/?q=lamp' });
  await expect.poll(() => collector.events('v')[0]?.r).toBe('https://search.example/?q=lamp');
  await page.evaluate(() => history.pushState({}, '', '/second'));
  await expect.poll(() => paths(collector)).toEqual(['/', '/second']);
  await page.evaluate(() => location.assign('/third'));
  await expect.poll(() => paths(collector)).toEqual(['/', '/second', '/third']);
  expect(collector.events('v').map(({ r }) => r)).toEqual([
    'https://search.example/?q=lamp',
    undefined,
    undefined,
  ]);
});

test('a view of five seconds costs two requests and no preflight', async ({ page, site, collector }) => {
  await page.clock.install();
  site.pages.set('/', { title: 'Lamps and shades | Tarn' });
  await page.goto(site.url('/'));
  await expect.poll(() => collector.taken.length).toBe(1);
  await page.clock.runFor(5_000);
  await page.close();
  await expect.poll(() => collector.ended().length).toBe(1);
  expect(collector.collected).toHaveLength(2);
  for (const { bytes } of collector.collected) expect(bytes).toBeLessThanOrEqual(250);
  const others = collector.asked.filter((line) => !/^(GET \/embed\.js|POST \/v1\/collect)$/.test(line));
  expect(others).toEqual([]);
});
