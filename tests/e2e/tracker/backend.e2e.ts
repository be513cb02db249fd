import type { APIRequestContext, Page } from '@playwright/test';
import { asAdministrator } from './administrator.js';
import { expect, test } from './fixtures.js';
import { crmOrigin } from '../origins.js';
import { crm, crmReady } from './in-page.js';
import { Site } from './site.js';

/** The backend that `../playwright.config.ts` starts. */
const backend = crmOrigin();
const TRIALS = 10;

interface Visit {
  visit_id: string;
  path: { url: string }[];
}

async function read<T>(api: APIRequestContext, path: string): Promise<T[]> {
  const answer = await api.get(path);
  return ((await answer.json()) as { data: T[] }).data;
}

/** Names of the custom events in the database, of the visits to a site. */
async function inDatabase(api: APIRequestContext, site: Site): Promise<string[]> {
  const visits = await read<Visit>(api, '/v1/visitors?since=0&limit=200');
  const ours = visits.filter(({ path }) => path.some(({ url }) => url.startsWith(site.url())));
  const events = await Promise.all(
    ours.map(({ visit_id: id }) => read<{ kind: string; name: string }>(api, `/v1/visits/${id}/events`)),
  );
  const custom = events.flat().filter(({ kind }) => kind === 'custom');
  return custom.map(({ name }) => name).sort();
}

/** How a page may end right after an event. */
const ends: Record<string, (page: Page, site: Site) => Promise<unknown>> = {
  'the tab is closed': (page) => page.close(),
  'another page is opened': (page, site) => page.goto(site.url('/other')),
  'a script closes the window': async (page) => {
    const closed = page.waitForEvent('close');
    await page.evaluate(() => window.close());
    await closed;
  },
  'the renderer is killed': async (page) => {
    const crashed = page.waitForEvent('crash');
    const session = await page.context().newCDPSession(page);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    session.send('Page.crash').catch(() => undefined);
    await crashed;
  },
};

/** Only a window that a script has opened may be closed by one; but it shares its renderer with the opener. */
async function open(opener: Page, url: string, how: string): Promise<Page> {
  const opened = opener.context().waitForEvent('page');
  const features = how.includes('killed') ? 'noopener' : '';
  await opener.evaluate((args) => void window.open(args[0], '_blank', args[1]), [url, features] as const);
  return opened;
}

test.describe('in the database', () => {
  test.skip(!backend, 'needs the backend that the whole of the end-to-end tests has');
  let api: APIRequestContext;
  let shop: Site;

  test.beforeAll(async () => {
    api = await asAdministrator(backend);
  });
  test.beforeEach(async () => {
    shop = new Site(backend);
    await shop.start();
  });
  test.afterEach(() => shop.stop());

  for (const [how, end] of Object.entries(ends)) {
    test(`each event is there once when, right after it, ${how}`, async ({ context }) => {
      const expected: string[] = [];
      const opener = await context.newPage();
      await opener.goto(shop.url('/opener'));
      for (let trial = 10; trial < 10 + TRIALS; trial++) {
        const page = await open(opener, shop.url(`/page/${trial}`), how);
        await crmReady(page);
        expected.push(`event ${trial}`);
        await crm(page, 'track', `event ${trial}`);
        await end(page, shop);
        if (!page.isClosed()) await page.close();
      }
      await expect.poll(() => inDatabase(api, shop)).toEqual(expected);
    });
  }
});
