import { expect, test } from './fixtures.js';
import { crm, crmReady } from './in-page.js';

test('calls made before the script arrived are carried out, in order', async ({ page, site, collector }) => {
  const before = {
    '/function': `window.crm = function () { (crm.q = crm.q || []).push(arguments); };
      crm('track', 'one', { n: 1 }); crm('track', 'two'); window.kept = crm;`,
    '/array': `window.crm = []; crm.push(['track', 'one', { n: 1 }]); crm.push(['track', 'two']); window.kept = crm;`,
  };
  for (const [path, script] of Object.entries(before)) {
    site.pages.set(path, { before: script });
    collector.collected.length = 0;
    await page.goto(site.url(path));
    await expect.poll(() => collector.events('e').map(({ n }) => n)).toEqual(['one', 'two']);
    expect(collector.events('e')[0]?.w).toEqual({ n: 1 });
    expect(collector.events('v')).toHaveLength(1);
    expect(collector.events('e').map(({ p }) => p)).toEqual(Array(2).fill(collector.events('v')[0]?.i));
  }
  // Who has kept the old array reaches the tracker too.
  await page.evaluate(() => (window as unknown as { kept: unknown[][] }).kept.push(['track', 'three']));
  await expect.poll(() => collector.events('e').map(({ n }) => n)).toEqual(['one', 'two', 'three']);
});

test('a second script tag does nothing, and crm is the only global', async ({ page, site, collector }) => {
  const names = () => page.evaluate(() => Object.getOwnPropertyNames(window).sort());
  site.pages.set('/without', { file: '<!doctype html><title>Without</title>' });
  await page.goto(site.url('/without'));
  const without = await names();
  const tag = `<script src="${collector.origin}/embed.js" data-portal="demo-portal"></script>`;
  site.pages.set('/', { body: tag });
  await page.goto(site.url('/'));
  await crm(page, 'track', 'once');
  await expect.poll(() => collector.events('e').length).toBe(1);
  expect(collector.events('v')).toHaveLength(1);
  expect((await names()).filter((name) => !without.includes(name))).toEqual(['crm']);
});

test('identifies, and takes values of any kind without an error', async ({ page, site, collector }) => {
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.goto(site.url('/'));
  await crmReady(page);
  await crm(page, 'identify', { email: 'ada@example.test', vip: true, orders: 3 });
  await expect
    .poll(() => collector.events('i').map(({ w }) => w))
    .toEqual([{ email: 'ada@example.test', vip: true, orders: 3 }]);
  const thrown = await page.evaluate(() => {
    const call = (window as unknown as { crm: (...args: unknown[]) => unknown }).crm;
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const strange = [
      undefined,
      null,
      NaN,
      Symbol('s'),
      1n,
      loop,
      () => 1,
      [],
      {},
      '',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error();
          },
        },
      ),
    ];
    const results: unknown[] = [];
    for (const name of [
      'page',
      'track',
      'identify',
      'consent',
      'chat',
      'on',
      'nothing',
      '__proto__',
      undefined,
    ]) {
      for (const value of strange) {
        try {
          if (name !== 'page') call(name, value);
          call('track', 'odd', value);
        } catch (error) {
          results.push(error);
        }
      }
    }
    return results.length;
  });
  expect(thrown).toBe(0);
  expect(warnings.filter((text) => text.startsWith('crm:'))).toHaveLength(1);
  await crm(page, 'track', 'x'.repeat(300), { long: 'y'.repeat(5_000), ok: 1 });
  // Signing out with null has parted the events into visits, whose requests may arrive in any order.
  const long = () => collector.events('e').find(({ n }) => n === 'x'.repeat(128));
  await expect.poll(() => long()?.w).toEqual({ long: 'y'.repeat(4_096), ok: 1 });
});

test('carries out each command of the server once, and says so', async ({ page, site, collector }) => {
  collector.answer = { r: 7, c: [{ n: 1, t: 'page', name: 'offer', data: { text: 'Ten percent' } }] };
  const before = `window.heard = []; window.crm = [
    ['on', 'offer', (data) => { heard.push(['offer', data]); }],
    ['on', 'offer', (data) => { heard.push(['again', data.text]); }],
    ['on', 'config', (revision) => heard.push(['config', revision])]];`;
  for (const path of ['/', '/next']) site.pages.set(path, { before });
  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  await page.goto(site.url('/'));
  const expected = [
    ['config', 7],
    ['offer', { text: 'Ten percent' }],
    ['again', 'Ten percent'],
  ];
  await expect.poll(heard).toEqual(expected);
  await crm(page, 'track', 'more');
  await expect.poll(() => collector.taken.at(-1)?.c).toBe(1);
  await page.goto(site.url('/next'));
  await expect.poll(() => collector.events('v').length).toBe(2);
  collector.answer = { r: 8, c: [{ n: 2, t: 'page', name: 'offer', data: { text: 'Twenty' } }] };
  await crm(page, 'track', 'last');
  await expect.poll(heard).toEqual([
    ['config', 8],
    ['offer', { text: 'Twenty' }],
    ['again', 'Twenty'],
  ]);
});
