import { expect, type Locator, type Page } from '@playwright/test';
import { beginChat, missChatsAfter } from '../chat/people.js';
import { openPage, signIn } from '../crm/people.js';
import { test } from './own-crm.js';
import { visitShop, writeToShop } from './people.js';

let admin: Page;
test.beforeAll(async ({ browser, crm }) => {
  admin = await signIn(browser, 'Admin', {}, crm.origin);
});
test.afterAll(() => admin.context().close());

/** What the help says on a question. */
async function readAnswer(question: string): Promise<Locator> {
  await openPage(admin, 'Help');
  await expect(admin.getByRole('heading', { name: question })).toBeVisible();
  return admin.getByRole('article');
}

async function configure(change: () => Promise<void>): Promise<void> {
  await openPage(admin, 'Visitor tracking');
  await admin.getByRole('tab', { name: 'Configuration', exact: true }).click();
  await change();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved', { exact: true })).toBeVisible();
}

test('[VIS-145] without notifications: they are off, or one is no user of the portal', async ({
  browser,
  crm,
}) => {
  const notification = admin.getByRole('checkbox', { name: 'Visitor notification' });
  await configure(() => notification.uncheck());
  const answer = await readAnswer('Why do I get no notifications in the CRM of visits to my site?');
  await expect(answer).toContainText('Setup > Visitor tracking > Configuration > Visitor notification');
  const light = await signIn(browser, 'Light', {}, crm.origin);
  const bell = light.getByRole('button', { name: /^Visitor notifications/ });
  await bell.click();
  await expect(light.getByText('Visitor notification is off')).toBeVisible();

  await configure(() => notification.check());
  await expect(answer).toBeHidden();
  const users = admin.getByRole('group', { name: 'Users of the portal' });
  await expect(users).not.toContainText('light@acme.test');
  await configure(async () => {
    await admin.getByRole('combobox', { name: 'Add a user' }).fill('light@');
    await admin.getByRole('option', { name: /light@acme\.test/ }).click();
  });
  await openPage(light, 'Leads');
  const shop = await visitShop(browser, '/studio/', { origin: crm.shop });
  await expect(light.getByRole('region', { name: 'New visitors' }).getByRole('listitem')).toContainText(
    'Studio',
  );
  await Promise.all([light, shop].map((one) => one.context().close()));
});

test('[VIS-146] [VIS-32] [VIS-33] without the tab: the profile does not show it, or does not allow it', async ({
  browser,
  crm,
}) => {
  const agent = await signIn(browser, 'Agent', {}, crm.origin);
  const link = agent.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Visits' });
  await openPage(agent, 'Leads');
  await expect(link).toBeVisible();
  const answer = await readAnswer('Why can I not see the Visits tab?');
  await expect(answer).toContainText('Setup > Profiles > your profile, row Visits, columns View and Tab');
  const allow = async (permissions: Record<string, boolean>) => {
    await openPage(admin, 'Profiles');
    await admin
      .getByRole('link', { name: 'Standard' })
      .or(admin.getByRole('button', { name: 'Standard' }))
      .first()
      .click();
    for (const [column, isAllowed] of Object.entries(permissions))
      await admin.getByRole('checkbox', { name: `${column}: Visits` }).setChecked(isAllowed);
    const saved = admin.waitForResponse(
      (answer) => answer.url().includes('/settings/profiles/') && answer.request().method() !== 'GET',
    );
    await admin.getByRole('button', { name: 'Save' }).click();
    expect((await saved).ok()).toBe(true);
    await agent.reload();
  };
  await allow({ Tab: false });
  await expect(link).toBeHidden();
  await allow({ Tab: true });
  await expect(link).toBeVisible();
  await allow({ View: false });
  await expect(link).toBeHidden();
  // Without the permission the profile has no tab either.
  await allow({ View: true, Tab: true });
  await expect(link).toBeVisible();
  const guest = await signIn(browser, 'Guest', {}, crm.origin);
  await guest.goto(`${crm.origin}/examples/crm/visits`);
  await expect(guest.locator('crm-visits [part=forbidden]')).toBeVisible();
  await Promise.all([agent, guest].map((one) => one.context().close()));
});

test('[VIS-148] a chat that is missed rings, waits on, and stands on the visit as one that nobody answered', async ({
  browser,
  crm,
}) => {
  await missChatsAfter(crm.origin, 1);
  const name = `Hedda Lunde${Date.now()}`;
  const shop = await visitShop(browser, '/', { origin: crm.shop });
  await shop.getByRole('button', { name: 'Chat', exact: true }).click();
  await beginChat(shop, name, 'Is anybody there?');
  await expect(shop.getByText('Nobody is free right now.')).toBeVisible();
  await shop.context().close();
  await missChatsAfter(crm.origin, 60);
  await expect(await readAnswer('What happens when an agent misses an incoming chat?')).toContainText(
    'Setup > Visitor tracking > Configuration > A chat is missed after',
  );
  const agent = await signIn(browser, 'Agent', {}, crm.origin);
  await openPage(agent, 'Chat');
  const chats = agent.getByRole('navigation', { name: 'Chats' });
  await expect(chats.getByRole('heading', { name: /^Missed/ })).toBeVisible();
  await chats.getByRole('button', { name }).click();
  await expect(agent.getByRole('button', { name: 'Accept' })).toBeVisible();
  await agent.getByRole('button', { name: /^Notifications, \d+ unread$/ }).click();
  await agent.getByRole('link', { name: `Nobody answered ${name} in the chat` }).click();
  const transcript = agent.getByRole('region', { name: 'Chat Transcripts' });
  await expect(transcript).toContainText('Chat that nobody answered');
  await expect(transcript).toContainText('Is anybody there?');
  await expect(agent.locator('crm-visit')).toContainText('Lead');
  await agent.context().close();
});

test('[VIS-149] one person on two devices is two visitors until they say who they are, then one person', async ({
  browser,
  crm,
}) => {
  const last = `Nilsen${Date.now()}`;
  await expect(
    await readAnswer('Why are visits duplicated, in the streams of customers and of leads/contacts?'),
  ).toContainText('One person, two devices.');
  const person = async () => {
    await openPage(admin, 'CRM view');
    await admin.getByRole('button', { name: /^Leads\/Contacts/ }).click();
    const people = admin.locator('crm-visit-people').getByRole('listitem').filter({ hasText: last });
    await expect(people).toHaveCount(1);
    return people.innerText();
  };
  const computer = await visitShop(browser, '/', { origin: crm.shop });
  await writeToShop(computer, 'Ada', last);
  const phone = await visitShop(browser, '/studio/', { origin: crm.shop });
  await expect.poll(person).toContain('1 visit');
  await writeToShop(phone, 'Ada', last);
  await expect.poll(person).toContain('2 visits');
  await Promise.all([computer, phone].map((one) => one.context().close()));
});
