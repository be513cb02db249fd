import { expect, test } from './fixtures.js';
import { crm, crmReady, holdTime } from './in-page.js';

test('tabs and pages share the visitor and the visit', async ({ page, context, site, collector }) => {
  await page.goto(site.url('/'));
  await expect.poll(() => collector.taken.length).toBe(1);
  await page.goto(site.url('/next'));
  const other = await context.newPage();
  await other.goto(site.url('/other'));
  await expect.poll(() => collector.events('v').length).toBe(3);
  const stranger = await context.browser()?.newPage();
  await stranger?.goto(site.url('/stranger'));
  await expect.poll(() => collector.events('v').length).toBe(4);
  await stranger?.close();
  const ids = collector.taken.filter(({ e }) => e.some(({ t }) => t === 'v')).map(({ u, s }) => `${u} ${s}`);
  expect(new Set(ids.slice(0, 3)).size).toBe(1);
  expect(new Set(ids).size).toBe(2);
});

test('after half an hour without activity a new visit of the same visitor begins', async ({
  page,
  site,
  collector,
}) => {
  await page.clock.install();
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  await holdTime(page);
  // The machine sleeps: nothing runs meanwhile.
  await page.clock.fastForward(29 * 60_000);
  await crm(page, 'track', 'still there');
  await expect.poll(() => collector.events('e').length).toBe(1);
  expect(collector.events('v')).toHaveLength(1);
  await page.evaluate(() => {
    const late = Date.now() + 31 * 60_000;
    Date.now = () => late;
  });
  await crm(page, 'track', 'back');
  await expect.poll(() => collector.events('e').length).toBe(2);
  // The new visit begins with a view of the page that is shown.
  await expect.poll(() => collector.events('v').length).toBe(2);
  const visitOf = (id: string | undefined) => collector.taken.find(({ e }) => e.some(({ i }) => i === id));
  const [still, back] = collector.events('e').map(({ i }) => visitOf(i));
  const [before, after] = collector.events('v').map(({ i }) => visitOf(i));
  expect([still?.u, still?.s]).toEqual([before?.u, before?.s]);
  expect([back?.u, back?.s]).toEqual([after?.u, after?.s]);
  expect(back?.u).toBe(still?.u);
  expect(back?.s).not.toBe(still?.s);
  expect(collector.events('e')[1]?.p).toBe(collector.events('v')[1]?.i);
});

test('what a page has written in the place of the ids does no harm', async ({ page, site, collector }) => {
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  const odd = ['null', '[]', '"x"', '{"u":7,"s":{}}', `{"u":"${'x'.repeat(100_000)}"}`, '{', '1e9'];
  for (const value of odd) {
    await page.evaluate((text) => localStorage.setItem('crm:demo-portal:', text), value);
    await page.goto(site.url('/'));
    await crmReady(page);
  }
  await expect.poll(() => collector.events('v').length).toBe(1 + odd.length);
  for (const { u, s } of collector.taken)
    expect([u, s]).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.stringMatching(/^[\w-]{22}$/)]);
  expect(new Set(collector.taken.map(({ u }) => u)).size).toBe(1 + odd.length);
});
