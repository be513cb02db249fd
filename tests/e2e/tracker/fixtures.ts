import { test as base } from '@playwright/test';
import { Collector } from './collector.js';
import { Site } from './site.js';
import { UnattendedBrowser } from './unattended-browser.js';

interface Fixtures {
  readonly collector: Collector;
  readonly site: Site;
  /** Errors, rejections and policy violations that the pages of the context saw. */
  readonly problems: string[];
  /** Opens a page in a browser that nobody controls. */
  readonly openUnattended: (url: string) => Promise<void>;
}

/** A collector and a site of its own for each test; a test fails if its pages saw a problem. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  collector: async ({}, use) => {
    const collector = new Collector();
    await collector.start();
    await use(collector);
    await collector.stop();
  },
  site: async ({ collector }, use) => {
    const site = new Site(collector.origin);
    await site.start();
    await use(site);
    await site.stop();
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  openUnattended: async ({}, use) => {
    const browsers: UnattendedBrowser[] = [];
    await use(async (url) => void browsers.push(await UnattendedBrowser.open(url)));
    await Promise.all(browsers.map((browser) => browser.close()));
  },
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      context.on('weberror', (error) => problems.push(String(error.error())));
      context.on('console', (message) => {
        if (/Content Security Policy|TrustedScript|Trusted Type/i.test(message.text()))
          problems.push(message.text());
      });
      await use(problems);
      base.expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
