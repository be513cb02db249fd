import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { visitShop } from './people.js';
import { addRule, foldRule, openRules, removeRules, saveRules } from './rules.js';

/** Others may be on the site too: the visitors of this test come from a letter of their own. */
const letter = `routed-${Date.now()}`;

let admin: Page;
/** Noah is an agent of the portal; Lina is told only of those who are routed to her. */
let noah: Page;
let lina: Page;
test.beforeAll(async ({ browser }) => {
  admin = await signIn(browser, 'Admin');
  noah = await signIn(browser, 'Agent');
  lina = await signIn(browser, 'Light');
  for (const page of [noah, lina])
    await expect(page.getByRole('button', { name: /^Visitor notifications/ })).toBeVisible();
});
test.afterAll(async () => {
  await removeRules('routing-rules');
  await Promise.all([admin, noah, lina].map((page) => page.context().close()));
});

const expectPopUp = (crm: Page, title: string) =>
  expect(
    crm
      .getByRole('region', { name: 'New visitors' })
      .getByRole('listitem')
      .filter({ hasText: letter })
      .filter({ hasText: title }),
  ).toContainText('Unknown visitor online', { timeout: 20_000 });
/** Pages of the visitors of this test that somebody was told of. */
async function told(crm: Page): Promise<string[]> {
  await crm.getByRole('button', { name: /^Visitor notifications/ }).click();
  const panel = crm.getByRole('dialog', { name: 'Visitor notifications' });
  const notices = panel.getByRole('listitem').filter({ hasText: letter });
  await expect(notices.first()).toBeVisible();
  return notices.allInnerTexts();
}

test('[VIS-100] [VIS-101] [VIS-107] visitors are routed by several rules: to one, to nobody, the rest to all agents', async ({
  browser,
}) => {
  await test.step('the administrator adds two rules', async () => {
    await openRules(admin, 'Routing');
    await addRule(admin, 'Lookers', [
      ['Source Name', 'is', letter],
      ['Page URL', 'contains', '/about'],
    ]);
    await admin
      .getByLabel('Route to')
      .filter({ visible: true })
      .selectOption({ label: 'Nobody: they are not followed' });
    await foldRule(admin, 'Lookers');
    await addRule(admin, 'Buyers', [
      ['Source Name', 'is', letter],
      ['Page URL', 'contains', '/products'],
    ]);
    await admin
      .getByLabel('Route to')
      .filter({ visible: true })
      .selectOption({ label: 'Certain users and groups' });
    await admin.getByRole('combobox', { name: 'Add a user or group' }).fill('Lina');
    await admin.getByRole('option', { name: /Lina Haddad/ }).click();
    await saveRules(admin);
    await expect(admin.getByRole('switch')).toHaveCount(2);
  });

  const visit = (path: string) => visitShop(browser, `${path}?utm_source=${letter}`);
  const looker = await visit('/about.html');
  // A pop-up goes by itself: it is looked for from the beginning.
  const [buyer] = await Promise.all([visit('/products.html'), expectPopUp(lina, 'Lamps | Tarn')]);
  const [other] = await Promise.all([visit('/studio/'), expectPopUp(noah, 'Studio')]);

  // Whoever came before was routed before.
  const [ofLina, ofNoah] = [await told(lina), await told(noah)];
  expect(ofLina).toHaveLength(1);
  expect(ofLina[0]).toContain('Lamps | Tarn');
  expect(ofNoah).toHaveLength(1);
  expect(ofNoah[0]).toContain('Studio');
  await openPage(admin, 'Visitors');
  // Nobody was told of the one who looks around, who is there all the same.
  await expect(admin.locator('crm-visitors').getByRole('listitem').filter({ hasText: letter })).toHaveCount(
    3,
  );
  await Promise.all([looker, buyer, other].map((shop) => shop.context().close()));
});
