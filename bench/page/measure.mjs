/** One page view: opened, looked at, closed. */
import { readCpu, record } from './trace.mjs';

const unwanted = /^(scroll|wheel|mousemove|pointermove|touchmove|unload|beforeunload)/;

/**
 * @param {import('@playwright/test').Browser} browser
 * @returns what the view of `peer` cost: CPU, and what the collector got
 */
export async function viewPage(browser, session, sites, peer, { seconds, slowdown = 1 }) {
  const url = sites.page(peer);
  const context = await browser.newContext();
  sites.requests.length = 0;
  const events = await record(session, async () => {
    const page = await context.newPage();
    if (slowdown > 1) {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    }
    await page.goto(url);
    await page.waitForTimeout(seconds * 1000);
    await page.close();
    // What the browser sends for the closed page has arrived when its context is gone and a moment has passed.
    await context.close();
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { ...readCpu(events, url, sites.origin), requests: [...sites.requests] };
}

/** Types of events that `peer` listens to on window and document, and that a page feels. */
export async function feltListeners(browser, sites, peer) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(sites.page(peer));
  // Late enough for what is only done on a page that stays.
  await page.waitForTimeout(8_000);
  const devtools = await context.newCDPSession(page);
  const found = [];
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    found.push(...listeners.map(({ type }) => type));
  }
  await context.close();
  return [...new Set(found)].filter((type) => unwanted.test(type));
}
