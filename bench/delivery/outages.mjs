import { setTimeout as delay } from 'node:timers/promises';
import { awaitArrivals } from './arrivals.mjs';
import { newVisitor, openPage } from './visitors.mjs';

/** Longest time that the tracker may take to notice that all is well again. */
const PATIENCE_MS = 90_000;

const trackMany = (page, scenario, from, to) =>
  page.evaluate(
    ([prefix, first, end]) => {
      for (let n = first; n < end; n++) window.crm('track', `${prefix}-${n}`, { n });
    },
    [scenario, from, to],
  );

/** Events of one visitor during an outage; each resolves with what is in the database at the end. */
export const outages = {
  'offline, then back': async ({ browser, site, database }, scenario, count) => {
    const context = await newVisitor(browser);
    const page = await openPage(context, site);
    await context.setOffline(true);
    await trackMany(page, scenario, 0, count);
    await context.setOffline(false);
    return finish(context, database, scenario, count);
  },
  'offline, sent on the next visit': async ({ browser, site, database }, scenario, count) => {
    const context = await newVisitor(browser);
    const page = await openPage(context, site);
    await context.setOffline(true);
    await trackMany(page, scenario, 0, count);
    await page.close();
    await context.setOffline(false);
    await openPage(context, site);
    return finish(context, database, scenario, count);
  },
  'collector answers 503 for 3 s': async ({ browser, proxiedSite, proxy, database }, scenario, count) => {
    const context = await newVisitor(browser);
    const page = await openPage(context, proxiedSite);
    proxy.failing = true;
    await trackMany(page, scenario, 0, count);
    await delay(3_000);
    proxy.failing = false;
    if (proxy.refused === 0) throw new Error('the collector was never asked while it failed');
    return finish(context, database, scenario, count);
  },
  'backend killed by SIGKILL half-way, started again': async (
    { browser, site, backend, database },
    scenario,
    count,
  ) => {
    const context = await newVisitor(browser);
    const page = await openPage(context, site);
    const step = 10;
    for (let n = 0; n < count; n += step) {
      await trackMany(page, scenario, n, n + step);
      // Without waiting for the requests under way.
      if (n === count / 2) await backend.kill();
    }
    await backend.startAgain();
    return finish(context, database, scenario, count);
  },
};

async function finish(context, database, scenario, count) {
  const begin = performance.now();
  const found = await awaitArrivals(database, scenario, count, PATIENCE_MS);
  const seconds = (performance.now() - begin) / 1_000;
  await context.close();
  return { ...found, seconds };
}
