import { methods } from '../../../packages/tracker/src/salesiq/methods.js';
import { expect, test } from './fixtures.js';
import { stored } from './in-page.js';

const before = `window.heard = [];
  var $zoho = window.$zoho = window.$zoho || {};
  $zoho.salesiq = $zoho.salesiq || { values: {}, ready: function () { heard.push('ready'); } };`;

test('every method of the layer is taken, and what it does not know warns once', async ({
  page,
  site,
  collector,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  site.pages.set('/', { before });
  await page.goto(site.url('/?siq_name=Ada+Byron&siq_email=ada%40example.test'));
  await expect.poll(() => page.evaluate('heard')).toEqual(['ready']);
  await expect
    .poll(() => collector.events('i').map(({ w }) => w))
    .toEqual([{ name: 'Ada Byron', email: 'ada@example.test' }]);
  const thrown = await page.evaluate(
    (paths) => {
      const failed: string[] = [];
      const { salesiq, livedesk } = (window as unknown as { $zoho: Record<string, object> }).$zoho;
      if (salesiq !== livedesk) failed.push('livedesk');
      for (const path of paths) {
        try {
          const method = path
            .split('.')
            .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], salesiq) as (
            ...args: unknown[]
          ) => unknown;
          method();
          method(() => undefined);
          if (
            /^(visitor\.destroy|reset|jwttoken|tracking|privacy|set|visitor\.(info|customaction))/.test(path)
          )
            continue;
          method('text');
        } catch (error) {
          failed.push(`${path}: ${String(error)}`);
        }
      }
      return failed;
    },
    [...methods],
  );
  expect(thrown).toEqual([]);
  expect(warnings.filter((text) => text.startsWith('crm:'))).toEqual([]);
  await page.evaluate(
    `$zoho.salesiq.visitor.nothing('x'); $zoho.salesiq.nowhere.at.all(); $zoho.salesiq.nothing()`,
  );
  expect(warnings.filter((text) => text.startsWith('crm:'))).toHaveLength(1);
});

test('setters return the value, and what they tell arrives', async ({ page, site, collector }) => {
  site.pages.set('/', { before });
  await page.goto(site.url('/'));
  await expect.poll(() => page.evaluate('heard')).toEqual(['ready']);
  const values = await page.evaluate(`[
    $zoho.salesiq.visitor.name('Bob'), $zoho.salesiq.visitor.name(),
    $zoho.salesiq.visitor.email('no address'), $zoho.salesiq.visitor.email('bob@example.test'),
    $zoho.salesiq.chat.title('Hello'), $zoho.salesiq.chat.title(),
  ]`);
  expect(values).toEqual(
    ['Bob', 'Bob', null, 'bob@example.test', 'Hello', 'Hello'].map((v) => v ?? undefined),
  );
  await expect
    .poll(() => collector.events('i').map(({ w }) => w))
    .toEqual([{ name: 'Bob', email: 'bob@example.test' }]);
  expect(await page.evaluate('$zoho.salesiq.visitor.uniqueid()')).toBe(collector.taken[0]?.u);
  await page.evaluate(`for (let n = 0; n < 60; n++) $zoho.salesiq.visitor.customaction('bought', 'lamp')`);
  await expect.poll(() => collector.events('e').length).toBe(50);
  expect(collector.events('e')[0]).toMatchObject({ n: 'bought', w: { value: 'lamp' } });
  await page.evaluate(`$zoho.salesiq.jwttoken.logintoken('a.b.c'); $zoho.salesiq.visitor.name('Eve')`);
  expect(await page.evaluate('$zoho.salesiq.visitor.name()')).toBe('Bob');
  await page.evaluate(`$zoho.salesiq.floatbutton.visible('hide')`);
  await expect(page.locator('crm-launcher:visible')).toHaveCount(0);
  await page.evaluate(`$zoho.salesiq.ready = () => heard.push('late')`);
  expect(await page.evaluate('heard')).toEqual(['ready', 'late']);
  await page.evaluate(`$zoho.salesiq.tracking.off()`);
  expect(await stored(page)).toEqual(['crm:demo-portal:']);
});
