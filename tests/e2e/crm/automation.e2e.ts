import { expect, test } from '@playwright/test';
import { shopOrigin } from '../origins.js';
import { openPage, signIn } from './people.js';

test('a rule made in the page runs for a lead from the shop: task, bell, mail, log', async ({ browser }) => {
  const person = `Visitor${Date.now()}`;
  const name = `Greet ${person}`;
  const admin = await signIn(browser, 'Admin');
  const agent = await signIn(browser, 'Agent');
  const bell = agent.getByRole('button', { name: /^Notifications/ });

  await test.step('the administrator makes a rule', async () => {
    await openPage(admin, 'Workflow rules');
    await admin.getByRole('button', { name: 'New rule' }).click();
    await admin.getByLabel('Name', { exact: true }).fill(name);
    await admin.getByLabel('Module', { exact: true }).selectOption('Leads');
    await admin.getByLabel('When', { exact: true }).selectOption('create');
    await admin.getByLabel('Add an action').selectOption('task');
    await admin.getByRole('textbox', { name: 'Subject' }).fill('Call ${Last_Name}');
    await admin.getByLabel('Assigned to').selectOption({ label: 'A user' });
    await admin.getByRole('combobox', { name: 'User' }).fill('Noah');
    await admin.getByRole('option', { name: /Noah Bernard/ }).click();
    await admin.getByLabel('Add an action').selectOption('email_alert');
    const mail = admin.getByRole('listitem', { name: /Send an e-mail/ });
    await mail.getByLabel('The address of the record').check();
    await mail.getByRole('textbox', { name: 'Subject' }).fill('Welcome ${First_Name}');
    await mail.getByRole('textbox', { name: 'Text' }).fill('Dear ${First_Name} ${Last_Name}, we call you.');
    await admin.getByRole('button', { name: 'Save rule' }).click();
    await expect(admin.getByRole('switch', { name: `${name} is active` })).toBeChecked();
  });

  await test.step('a visitor writes through the form of the shop', async () => {
    const shop = await (await browser.newContext()).newPage();
    await shop.goto(`${shopOrigin()}/contact.html`);
    await shop.getByLabel('First name').fill('Rule');
    await shop.getByLabel('Last name').fill(person);
    await shop.getByLabel('E-mail').fill(`${person.toLowerCase()}@home.test`);
    await shop.getByLabel('Message').fill('Hello');
    await shop.getByRole('button', { name: 'Send' }).click();
    await expect(shop).toHaveURL(/thanks/);
  });

  await test.step('the log tells that it ran', async () => {
    await admin.getByRole('tab', { name: 'Log' }).click();
    const run = admin.locator('crm-workflow-runs').getByRole('listitem').filter({ hasText: name });
    await expect(async () => {
      await admin.getByRole('button', { name: 'Refresh' }).click();
      await expect(run).toContainText('Done', { timeout: 1_000 });
    }).toPass();
  });

  await test.step('whom the task is for has it in the bell and in the list of tasks', async () => {
    await expect(bell).toHaveAccessibleName(/unread/);
    await bell.click();
    await agent.getByRole('link', { name: `Call ${person}` }).click();
    await expect(agent).toHaveURL(/records\/Tasks\/\d+/);
    await expect(agent.locator('crm-record')).toContainText(`Call ${person}`);
    await openPage(agent, 'Tasks');
    await expect(agent.locator('crm-record-list')).toContainText(`Call ${person}`);
  });

  await test.step('the mail is among those that would have been sent', async () => {
    const mail = admin.getByRole('listitem').filter({ hasText: `${person.toLowerCase()}@home.test` });
    await expect(async () => {
      await openPage(admin, 'Sent mails');
      await mail.getByText('Welcome Rule').click({ timeout: 1_000 });
    }).toPass();
    await expect(mail.getByText(`Dear Rule ${person}, we call you.`)).toBeVisible();
  });
  await Promise.all([admin, agent].map((page) => page.context().close()));
});
