import { expect, test, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { openChatIn } from '../chat/people.js';
import { shopOrigin } from '../origins.js';
import { examples, keepVisitsOut, languages, openCrm, settled, walk } from './examples.js';

type Axe = typeof axe;

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(({ context }) => keepVisitsOut(context));

/** In the dark only colours differ. */
const rules: Record<'light' | 'dark', RunOptions> = {
  light: {},
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

/** What axe finds on the page as it stands, in both colour schemes: `rule: element`. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(
      ...(await page.evaluate(
        async ([scheme, options]) => {
          const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
            resultTypes: ['violations'],
            ...options,
          });
          return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${location.pathname} ${scheme}: ${id}: ${target.join(' ')}`),
          );
        },
        [colorScheme, rules[colorScheme]] as const,
      )),
    );
  }
  return found;
}

for (const { name, starts } of examples) {
  test(`axe finds nothing in ${name} and all it leads to`, async ({ page }) => {
    test.setTimeout(240_000);
    const found: string[] = [];
    await walk(page, starts(), async () => {
      found.push(...(await findings(page)));
    });
    expect(found).toEqual([]);
  });
}

for (const language of languages) {
  test(`axe finds nothing in the CRM in ${language}`, async ({ page }) => {
    test.setTimeout(120_000);
    const found: string[] = [];
    await openCrm(page, language);
    for (const link of await page.locator('nav a').all()) {
      await link.click();
      await settled(page);
      found.push(...(await findings(page)));
    }
    expect(found).toEqual([]);
  });
}

test('axe finds nothing in the chat’s window in the shop', async ({ page }) => {
  await openChatIn(page);
  await settled(page);
  expect(await findings(page)).toEqual([]);
});

test('axe would find an image without words, and words that the dark swallows', async ({ page }) => {
  await page.goto(`${shopOrigin()}/`);
  await page.evaluate(() => {
    const dark = Object.assign(document.createElement('p'), { textContent: 'black on black' });
    Object.assign(dark.style, {
      color: '#000',
      background: 'light-dark(#fff, #111)',
      colorScheme: 'light dark',
    });
    document.querySelector('main')?.append(document.createElement('img'), dark);
  });
  const found = (await findings(page)).join('\n');
  expect(found).toContain('light: image-alt');
  expect(found).toContain('dark: color-contrast');
  expect(found).not.toContain('light: color-contrast');
});
