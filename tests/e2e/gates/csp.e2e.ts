import { expect, test as base, type Response } from '@playwright/test';
import { openChatIn } from '../chat/people.js';
import { shopOrigin } from '../origins.js';
import { examples, keepVisitsOut, languages, openCrm, settled, walk } from './examples.js';

/** What the browser says of broken policies, as events in the page and in the console. */
const test = base.extend<{ violations: string[] }>({
  violations: async ({ context }, use) => {
    const violations: string[] = [];
    await keepVisitsOut(context);
    await context.exposeBinding('tellViolation', ({ page }, text: string) =>
      violations.push(`${page.url()}: ${text}`),
    );
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        const { tellViolation } = window as unknown as { tellViolation: (text: string) => void };
        tellViolation(`${effectiveDirective} ${blockedURI} ${sample}`);
      });
    });
    context.on('console', (message) => {
      if (/Content Security Policy|Trusted ?(Script|HTML|Type)/i.test(message.text()))
        violations.push(message.text());
    });
    await use(violations);
  },
});

function expectStrict(response: Response): void {
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy, response.url()).toContain("default-src 'none'");
  expect(policy, response.url()).toContain("require-trusted-types-for 'script'");
  expect(policy, response.url()).not.toContain('unsafe');
}

for (const { name, starts } of examples) {
  test(`${name} and all it leads to keep the strict policy`, async ({ page, violations }) => {
    test.setTimeout(180_000);
    expect(await walk(page, starts(), async (response) => expectStrict(response))).toBeGreaterThan(1);
    expect(violations).toEqual([]);
  });
}

for (const language of languages) {
  test(`the CRM in ${language} keeps the strict policy`, async ({ page, violations }) => {
    expectStrict((await openCrm(page, language))!);
    for (const link of await page.locator('nav a').all()) {
      await link.click();
      await settled(page);
    }
    expect(violations).toEqual([]);
  });
}

test('the chat’s window in the shop keeps the strict policy', async ({ page, violations }) => {
  await openChatIn(page);
  await settled(page);
  await page.getByLabel('Name').fill('Policy Check');
  await page.getByLabel('E-mail').fill('policy.check@home.test');
  await page.getByLabel('How can we help?').fill('Does the window open?');
  await page.getByRole('button', { name: /^(Start chat|Leave message)$/ }).click();
  await expect(page.getByRole('log')).toContainText('Does the window open?');
  expect(violations).toEqual([]);
});

test('a violation would be seen', async ({ page, violations }) => {
  await page.goto(`${shopOrigin()}/`);
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('img'), { src: 'https://elsewhere.test/x.png' }),
    );
    const setMarkup = () => (document.body.innerHTML = '<p>unchecked</p>');
    try {
      setMarkup();
    } catch {
      // A policy for trusted types throws here.
    }
  });
  await expect.poll(() => violations.join('\n')).toMatch(/img-src https:\/\/elsewhere\.test/);
  expect(violations.join('\n')).toContain('require-trusted-types-for');
});
