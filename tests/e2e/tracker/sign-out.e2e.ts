import { expect, test } from './fixtures.js';
import { crm, crmReady } from './in-page.js';

test('who comes after a sign-out is somebody else, in every tab', async ({
  page,
  context,
  site,
  collector,
}) => {
  const other = await context.newPage();
  await page.clock.install();
  await other.clock.install();
  for (const [tab, path] of [
    [other, '/other'],
    [page, '/'],
  ] as const) {
    await tab.goto(site.url(path));
    await crmReady(tab);
    // Other tabs are listened to once the page has settled.
    await tab.clock.runFor(10_000);
  }
  await crm(page, 'identify', { email: 'ada@example.test' });
  await expect.poll(() => collector.events('i').length).toBe(1);
  await crm(page, 'identify', null);
  await expect.poll(() => collector.events('v').length).toBe(4);
  await crm(page, 'identify', { email: 'bob@example.test' });
  await expect.poll(() => collector.events('i').length).toBe(2);
  await crm(other, 'track', 'elsewhere');
  await expect.poll(() => collector.events('e').length).toBe(1);
  const sender = (id: string | undefined) => collector.taken.find(({ e }) => e.some(({ i }) => i === id));
  const [ada, bob] = collector.events('i').map(({ i }) => sender(i));
  expect(bob?.u).not.toBe(ada?.u);
  expect(bob?.s).not.toBe(ada?.s);
  expect(sender(collector.events('e')[0]?.i)?.u).toBe(bob?.u);
  // No view is told of by two visitors.
  const owners = new Map<string, Set<string | undefined>>();
  for (const { u, e } of collector.taken)
    for (const event of e)
      if (event.t === 'v' || event.t === 'g') owners.set(event.i, (owners.get(event.i) ?? new Set()).add(u));
  expect([...owners.values()].filter((visitors) => visitors.size > 1)).toEqual([]);
});
