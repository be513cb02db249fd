import { expect, test } from './fixtures.js';
import { crm, crmReady, setHidden, stored } from './in-page.js';

const required = { attributes: 'data-consent="required"', body: '<a id="own" href="#own">own</a>' };

test('where consent is required nothing is stored or sent before it, and all is without a reload', async ({
  page,
  site,
  collector,
}) => {
  site.pages.set('/', required);
  site.pages.set('/next', required);
  await page.clock.install();
  await page.goto(site.url('/'));
  await crmReady(page);
  await crm(page, 'track', 'early');
  await page.evaluate(() => history.pushState({}, '', '/step'));
  await page.click('#own');
  await setHidden(page, true);
  await setHidden(page, false);
  await page.clock.runFor(60_000);
  expect(await stored(page)).toEqual([]);
  await page.goto(site.url('/'));
  await crmReady(page);
  expect(collector.collected).toEqual([]);

  await crm(page, 'consent', 'granted');
  await crm(page, 'track', 'agreed');
  await expect.poll(() => collector.events('e').map(({ n }) => n)).toEqual(['agreed']);
  expect(collector.events('v')).toHaveLength(1);
  expect(collector.taken[0]?.u).toMatch(/^[\w-]{22}$/);

  // The choice is remembered on the next page.
  await page.goto(site.url('/next'));
  await expect.poll(() => collector.events('v').length).toBe(2);
  expect(new Set(collector.taken.map(({ u }) => u)).size).toBe(1);
});

test('anonymous: sent without ids, and nothing stored but the choice', async ({ page, site, collector }) => {
  site.pages.set('/', required);
  await page.goto(site.url('/'));
  await crmReady(page);
  await crm(page, 'consent', 'anonymous');
  await crm(page, 'track', 'quiet');
  await expect.poll(() => collector.events('e').length).toBe(1);
  await page.reload();
  await expect.poll(() => collector.events('v').length).toBe(2);
  await expect.poll(() => collector.ended().length).toBe(1);
  for (const request of collector.taken)
    expect(Object.keys(request)).not.toEqual(expect.arrayContaining(['u']));
  expect(collector.taken.every(({ u, s }) => u === undefined && s === undefined)).toBe(true);
  expect(await stored(page)).toEqual(['crm:demo-portal:']);
  expect(await page.evaluate(() => localStorage.getItem('crm:demo-portal:'))).toBe('{"g":"anonymous"}');
});

test('denied: what was stored is gone, and nothing more is sent until it is granted', async ({
  page,
  site,
  collector,
}) => {
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  const first = collector.taken[0]?.u;
  await crm(page, 'consent', 'denied');
  await crm(page, 'track', 'refused');
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([
    ['crm:demo-portal:', '{"g":"denied"}'],
  ]);
  await page.reload();
  await crmReady(page);
  await crm(page, 'track', 'refused');
  const sent = collector.collected.length;
  await crm(page, 'consent', 'granted');
  await expect.poll(() => collector.events('v').length).toBe(2);
  expect(collector.events('e')).toEqual([]);
  expect(collector.collected).toHaveLength(sent + 1);
  expect(collector.taken.at(-1)?.u).not.toBe(first);
});

test('a choice holds in the other tabs at once', async ({ page, context, site, collector }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.clock.install();
    await tab.goto(site.url('/'));
    await crmReady(tab);
    await tab.clock.runFor(20_000);
  }
  await expect.poll(() => collector.events('v').length).toBe(2);
  await crm(page, 'consent', 'denied');
  await crm(other, 'track', 'refused');
  await other.clock.runFor(60_000);
  await page.close();
  await other.close();
  // Neither event nor farewell came before what a later page sends.
  const later = await context.newPage();
  await later.goto(site.url('/later'));
  await crmReady(later);
  await crm(later, 'consent', 'granted');
  await expect.poll(() => collector.events('v').length).toBe(3);
  expect(collector.events('e')).toEqual([]);
  expect(collector.ended()).toEqual([]);
});

for (const [signal, value] of [
  ['globalPrivacyControl', true],
  ['doNotTrack', '1'],
] as const) {
  for (const bundle of ['embed.js', 'tracker-lite.js']) {
    test(`${signal} silences ${bundle}`, async ({ page, site, collector }) => {
      await page.addInitScript(
        ([name, set]) => Object.defineProperty(Navigator.prototype, name, { get: () => set }),
        [signal, value] as const,
      );
      site.pages.set('/', { bundle });
      await page.clock.install();
      await page.goto(site.url('/'));
      await page.evaluate(() => history.pushState({}, '', '/step'));
      await page.clock.runFor(60_000);
      await page.goto(site.url('/'));
      expect(await stored(page)).toEqual([]);
      expect(collector.collected).toEqual([]);
      if (bundle !== 'embed.js') return;
      await crmReady(page);
      await crm(page, 'consent', 'granted');
      await expect.poll(() => collector.events('v').length).toBe(1);
    });
  }
}

test('optout is final', async ({ page, site, collector }) => {
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  await crm(page, 'optout');
  await crm(page, 'consent', 'granted');
  await page.goto(site.url('/next'));
  await crmReady(page);
  await crm(page, 'consent', 'granted');
  await crm(page, 'track', 'never');
  await page.evaluate(() => fetch('/'));
  expect(collector.events('v')).toHaveLength(1);
  expect(collector.events('e')).toEqual([]);
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([
    ['crm:demo-portal:', '{"g":"optout"}'],
  ]);
});
