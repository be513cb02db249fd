import { expect, test } from './fixtures.js';

const paths = (views: readonly { readonly u: string }[]) => views.map(({ u }) => new URL(u).pathname);

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
      await expect.poll(() => paths(collector.events('v'))).toEqual(['/', '/second']);
      expect(collector.events('v')[1]).toMatchObject({ n: 'Second' });
      await page.evaluate(() => history.replaceState({}, '', '/second?page=2'));
      await page.goBack();
      await expect.poll(() => paths(collector.events('v'))).toEqual(['/', '/second', '/']);
      await page.goForward();
      await expect.poll(() => paths(collector.events('v'))).toEqual(['/', '/second', '/', '/second']);
    });
  });
}
