import { expect, type BrowserContext, type Page, type Response } from '@playwright/test';
import { crmOrigin, shopOrigin } from '../origins.js';

/** Languages of the example CRM beside English, in which the walk from its start meets every page. */
export const languages = ['fr', 'ar'] as const;

/** Where the examples begin, and pages that no link leads to; every other page is found by the links. */
export const examples = [
  {
    name: 'the shop',
    starts: () => ['/', '/thanks.html', '/nothing-here'].map((path) => shopOrigin() + path),
  },
  {
    name: 'the start page and the CRM',
    starts: () => ['/', '/examples/crm/sign-in'].map((path) => crmOrigin() + path),
  },
];

/** Answers the tracker itself: the visits of these tests are nobody's business. */
export async function keepVisitsOut(context: BrowserContext): Promise<void> {
  await context.route('**/v1/collect', (route) =>
    route.fulfill({ json: { r: 1 }, headers: { 'access-control-allow-origin': '*' } }),
  );
}

/** Opens the example CRM, where the first to come is signed in, in a language. */
export async function openCrm(page: Page, language: (typeof languages)[number]): Promise<Response | null> {
  await page
    .context()
    .addCookies([{ name: 'crm_example_lang', value: language, url: `${crmOrigin()}/examples/crm/` }]);
  const response = await page.goto(`${crmOrigin()}/examples/crm/`);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await settled(page);
  return response;
}

/** Waits until the elements of the page have something to show. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('*')]
      // The launcher is a plain element, the provider draws nothing.
      .filter(({ localName }) => /^crm-(?!launcher|provider)/.test(localName))
      .every(
        (element) =>
          element.shadowRoot?.hasChildNodes() &&
          // What is out of sight may wait until somebody comes to it.
          (element.getBoundingClientRect().top > innerHeight ||
            !element.shadowRoot.querySelector('[part~="loading"]')),
      ),
  );
}

/**
 * Opens pages and every page of the same origin that they lead to; `look` runs on each. Of pages that differ
 * only in an id, such as those of records, one is opened.
 * @returns how many pages there were
 */
export async function walk(
  page: Page,
  starts: readonly string[],
  look: (response: Response) => Promise<void>,
): Promise<number> {
  const found = new Map(starts.map((address) => [kindOf(address), address]));
  let pages = 0;
  for (const address of found.values()) {
    const response = await page.goto(address);
    if (!response?.headers()['content-type']?.startsWith('text/html')) continue;
    await settled(page);
    pages += 1;
    await look(response);
    for (const next of await linksOf(page)) if (!found.has(kindOf(next))) found.set(kindOf(next), next);
  }
  return pages;
}

const kindOf = (address: string) => address.replaceAll(/\/\d{6,}/g, '/id');

function linksOf(page: Page): Promise<string[]> {
  return page.locator('a[href]:not([download])').evaluateAll((links) =>
    links
      .map((link) => new URL((link as HTMLAnchorElement).href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ origin, pathname }) => origin + pathname),
  );
}
