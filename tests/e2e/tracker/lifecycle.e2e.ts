import { expect, test } from './fixtures.js';
import { steered } from './unattended-browser.js';
import { paths } from './views.js';

for (const bundle of ['embed.js', 'tracker-lite.js']) {
  test.describe(bundle, () => {
    test('a page that comes back from the cache is one more view', async ({
      site,
      collector,
      openUnattended,
    }) => {
      for (const path of ['/a', '/b']) site.pages.set(path, { bundle, before: steered });
      await openUnattended(site.url('/a'));
      await expect.poll(() => paths(collector)).toEqual(['/a']);
      site.order('go', '/b');
      await expect.poll(() => paths(collector)).toEqual(['/a', '/b']);
      site.order('back');
      await expect.poll(() => site.asked).toContain('/report/restored');
      await expect.poll(() => paths(collector)).toEqual(['/a', '/b', '/a']);
      const [first, , third] = collector.events('v');
      expect(third?.i).not.toBe(first?.i);
      await expect.poll(() => collector.ended()).toEqual([first?.i, collector.events('v')[1]?.i]);
    });

    test('a prerendered page is viewed when it is seen', async ({ site, collector, openUnattended }) => {
      site.pages.set('/a', { bundle, before: steered, headers: { 'speculation-rules': '"/rules.json"' } });
      site.pages.set('/b', { bundle, before: steered });
      site.pages.set('/rules.json', {
        headers: { 'content-type': 'application/speculationrules+json' },
        file: JSON.stringify({ prerender: [{ source: 'list', urls: ['/b'], eagerness: 'immediate' }] }),
      });
      await openUnattended(site.url('/a'));
      await expect.poll(() => site.asked).toContain('/report/prerendering');
      await expect.poll(() => collector.asked.filter((line) => line.includes(bundle)).length).toBe(2);
      expect(paths(collector)).toEqual(['/a']);
      site.order('go', '/b');
      await expect.poll(() => paths(collector)).toEqual(['/a', '/b']);
      expect(site.asked.filter((path) => path === '/b')).toHaveLength(1);
    });
  });
}
