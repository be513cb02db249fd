import { setTimeout as delay } from 'node:timers/promises';
import { killRenderers, track } from './visitors.mjs';

/** Ways in which a page ends right after an event. Each gets a page whose view was acknowledged. */
export const endings = {
  'tab closed': async ({ page, name }) => {
    await track(page, name);
    await page.close();
  },
  'navigation in the same task': async ({ page, name, site }) => {
    const gone = page.waitForURL('**/empty');
    await page.evaluate(
      ([event, to]) => {
        window.crm('track', event);
        location.href = to;
      },
      [name, `${site}/empty`],
    );
    await gone;
  },
  'window.close() in the same task': async ({ page, name }) => {
    const gone = page.waitForEvent('close');
    await page.evaluate((event) => {
      window.crm('track', event);
      window.close();
    }, name);
    await gone;
  },
};

/** A window that a script may close is one that a script opened. */
export async function openByScript(context, site) {
  const opener = await context.newPage();
  await opener.goto(`${site}/empty`);
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    context.waitForEvent('response', (answer) => answer.url().endsWith('/v1/collect') && answer.ok()),
    opener.evaluate((to) => void window.open(to), `${site}/`),
  ]);
  return page;
}

/** All pages of the browser track an event, and 100 ms later their processes are killed. */
export async function killAfterTracking(browser, pages) {
  await Promise.all(pages.map(({ page, name }) => track(page, name)));
  await delay(100);
  const crashed = pages.map(({ page }) => page.waitForEvent('crash'));
  await killRenderers(browser);
  await Promise.all(crashed);
}
