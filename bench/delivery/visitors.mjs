import { chromium } from '@playwright/test';
import { findBrowser, flags } from '../../scripts/browser.mjs';

/** The collector takes a browser that says it is headless for a bot. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

export async function launch() {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: flags.filter((flag) => flag !== '--headless'),
  });
}

/** A visitor with a browser profile of their own. */
export const newVisitor = (browser) => browser.newContext({ userAgent });

/** Opens a page and resolves when its view was acknowledged: the tracker runs. */
export async function openPage(context, address) {
  const page = await context.newPage();
  await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/v1/collect') && answer.ok()),
    page.goto(address),
  ]);
  return page;
}

/** Tracks an event in the page, and returns when the page has done so. */
export const track = (page, name) => page.evaluate((event) => window.crm('track', event), name);

/** Ends every process that renders pages, as the system does when memory is short. */
export async function killRenderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
}
