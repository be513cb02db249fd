import { expect, test, type Page } from '@playwright/test';
import { beginChat } from '../chat/people.js';
import { signIn } from '../crm/people.js';
import { crmOrigin } from '../origins.js';
import { openSite, type Site } from './open-site.js';
import { addRule, foldRule, openRules, removeRules, saveRules } from './rules.js';

const letter = `triggered-${Date.now()}`;

let admin: Page;
let site: Site;
test.beforeAll(async ({ browser }) => {
  admin = await signIn(browser, 'Admin');
  // A site that tells what is done on it, and listens to what the CRM asks of it.
  site = await openSite(
    () => `
      <script async src="${crmOrigin()}/embed.js" data-portal="demo-portal" data-lang="en"></script>
      <script>
        window.crm = window.crm || function () { (crm.q = crm.q || []).push(arguments); };
        crm('on', 'offer', function () { document.title = 'Ten percent off'; });
      </script>
      <button onclick="crm('track', 'Basket left')">Leave the basket</button>`,
  );
});
test.afterAll(async () => {
  await removeRules('triggers');
  await admin.context().close();
  site.stop();
});

const mine = ['Campaign', 'is', letter] as const;
const action = (label: string) =>
  admin.getByLabel('Action').filter({ visible: true }).selectOption({ label });
const chat = (page: Page) => page.getByRole('dialog', { name: 'Chat' });
const invitation = (page: Page) => page.getByRole('region', { name: 'Invitation to chat' });

test('[VIS-115] [VIS-116] [VIS-127] several triggers: what a visitor does on the site raises the conversation', async ({
  browser,
}) => {
  await test.step('the administrator adds three triggers', async () => {
    await openRules(admin, 'Triggers');
    await addRule(admin, 'Basket left', [mine, ['Last Custom Event', 'is', 'Basket left']]);
    await admin
      .getByLabel('Text of the invitation')
      .filter({ visible: true })
      .fill('Shall we keep your basket?');
    await foldRule(admin, 'Basket left');
    await addRule(admin, 'Second page', [mine, ['Pages In This Visit', 'is more than', '1']]);
    await action('Open the chat');
    await foldRule(admin, 'Second page');
    await addRule(admin, 'Looks long', [mine, ['Seconds On Page', 'is more than', '1']]);
    await action('Run a callback of the page');
    await admin.getByLabel('Name of the callback').filter({ visible: true }).fill('offer');
    await saveRules(admin);
  });
  const visitor = await (await browser.newContext()).newPage();
  /** The page asks the CRM every fifteen seconds; here time runs. */
  const beat = () => visitor.clock.fastForward(20_000);
  await visitor.clock.install();

  await test.step('who only looks is left alone, and then meets the trigger of the time', async () => {
    await visitor.goto(`${site.origin}/?utm_campaign=${letter}`);
    await expect(async () => {
      await beat();
      await expect(visitor).toHaveTitle('Ten percent off', { timeout: 1_000 });
    }).toPass();
    await expect(invitation(visitor)).toHaveCount(0);
    await expect(chat(visitor)).toBeHidden();
  });

  await test.step('who does what a trigger waits for is invited, and answers', async () => {
    await visitor.getByRole('button', { name: 'Leave the basket' }).click();
    await expect(async () => {
      await beat();
      await expect(invitation(visitor)).toContainText('Shall we keep your basket?', { timeout: 1_000 });
    }).toPass();
    await invitation(visitor).getByRole('button', { name: 'Answer' }).click();
    await expect(chat(visitor)).toBeVisible();
    await expect(visitor.getByText('Shall we keep your basket?')).toBeVisible();
  });

  await test.step('who goes on to another page finds the chat open', async () => {
    await visitor.goto(`${site.origin}/?page=2`);
    await expect(async () => {
      await beat();
      await expect(chat(visitor)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await beginChat(visitor, `Basket ${letter}`, 'Yes, until Monday.');
  });
  await visitor.context().close();
});
