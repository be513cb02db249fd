import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { crmOrigin } from '../origins.js';
import { askCrm, untilKnown } from './api.js';
import { comeBack, fact, visitShop, writeToShop } from './people.js';

const last = `Workflow${Date.now()}`;
const name = `Back on the site: ${last}`;
const email = `vera.${last}@home.test`.toLowerCase();

/** The administrator, who makes the rule, and the one who owns the lead. */
let admin: Page;
let owner: Page;
/** The visitor has been on the site before, and has said who they are. */
let shop: Page;

test.beforeAll(async ({ browser }) => {
  shop = await visitShop(browser, '/');
  await writeToShop(shop, 'Vera', last);
  [admin, owner] = [await signIn(browser, 'Admin'), await signIn(browser, 'Light')];
  await giveTo('light@acme.test', await untilKnown('Leads', last));
});
test.afterAll(() => Promise.all([admin, owner, shop].map((page) => page.context().close())));

async function giveTo(user: string, lead: string): Promise<void> {
  const crm = { origin: crmOrigin() };
  const { users } = await askCrm<{ users: { id: string; email: string }[] }>(crm, 'GET', '/crm/v8/users');
  const { id } = users.find(({ email }) => email === user) ?? {};
  await askCrm(crm, 'PUT', `/crm/v8/Leads/${lead}`, { data: [{ Owner: { id } }] });
}

test('[VIS-95] a rule for Visits runs when a visit is created, and nothing else is offered', async () => {
  await openPage(admin, 'Workflow rules');
  await admin.getByRole('button', { name: 'New rule' }).click();
  const when = admin.getByLabel('When', { exact: true });
  await admin.getByLabel('Module', { exact: true }).selectOption('Leads');
  await expect(when.getByRole('option')).toHaveCount(5);
  await admin.getByLabel('Module', { exact: true }).selectOption('Visits');
  await expect(when.getByRole('option')).toHaveText(['A record is created']);
  // Nothing writes into a visit either.
  await expect(admin.getByLabel('Add an action').getByRole('option', { name: 'Update a field' })).toHaveCount(
    0,
  );
});

test('[VIS-94] [VIS-96] it mails the lead who comes back, and gives the owner of the lead a task', async () => {
  await test.step('the administrator says what is done', async () => {
    await admin.getByLabel('Name', { exact: true }).fill(name);
    await admin.getByRole('button', { name: 'Add condition' }).click();
    const condition = (part: string) => admin.getByLabel(`Condition 1: ${part}`);
    await condition('Field').selectOption({ label: 'Visited Page URL' });
    await condition('Comparator').selectOption({ label: 'contains' });
    await condition('Value').fill(`letter=${last}`);
    await admin.getByLabel('Add an action').selectOption('email_alert');
    const mail = admin.getByRole('listitem', { name: /Send an e-mail/ });
    await mail.getByLabel('The address of the record').check();
    await mail.getByRole('textbox', { name: 'Subject' }).fill('You read ${Visited_Page}');
    await mail.getByRole('textbox', { name: 'Text' }).fill('Dear ${Visited_By}, we are there.');
    await admin.getByLabel('Add an action').selectOption('task');
    const task = admin.getByRole('listitem', { name: /Create a task/ });
    await task.getByRole('textbox', { name: 'Subject' }).fill('Ring ${Visited_By} back');
    await expect(task.getByLabel('Assigned to').locator('option:checked')).toHaveText(
      'The owner of the record',
    );
    await admin.getByRole('button', { name: 'Save rule' }).click();
    await expect(admin.getByRole('switch', { name: `${name} is active` })).toBeChecked();
  });

  await test.step('the lead comes back half an hour later', async () => {
    shop = await comeBack(shop, `/products.html?letter=${last}`);
  });

  await test.step('the log tells that the rule has run', async () => {
    await admin.getByRole('tab', { name: 'Log' }).click();
    const run = admin.locator('crm-workflow-runs').getByRole('listitem').filter({ hasText: name });
    await expect(async () => {
      await admin.getByRole('button', { name: 'Refresh' }).click();
      // The first is that of the run, the others those of its actions.
      await expect(run.locator('[part=status]').first()).toHaveText('Done', { timeout: 1_000 });
    }).toPass();
  });

  await test.step('the lead has the mail', async () => {
    await openPage(admin, 'Sent mails');
    const mail = admin.getByRole('listitem').filter({ hasText: email });
    await mail.getByText('You read Lamps | Tarn').click();
    await expect(mail.getByText(`Dear Vera ${last}, we are there.`)).toBeVisible();
  });

  await test.step('the owner has the task, which stands on the page of the lead', async () => {
    await openPage(owner, 'Tasks');
    await owner
      .locator('crm-record-list')
      .getByRole('link', { name: `Ring Vera ${last} back` })
      .click();
    const task = owner.locator('crm-record');
    await expect(task.locator('crm-record-field').filter({ hasText: /Owner/ })).toContainText('Lina Haddad');
    await task
      .getByRole('link', { name: `Vera ${last}` })
      .first()
      .click();
    await expect(owner).toHaveURL(/records\/Leads\/\d+$/);
    await owner.locator('crm-record').getByRole('button', { name: 'Tasks', exact: true }).click();
    const tasks = owner.locator('crm-record').getByRole('group', { name: 'Tasks', exact: true });
    await expect(tasks.getByRole('row').filter({ hasText: `Ring Vera ${last} back` })).toHaveCount(1);
  });

  await test.step('the rule is deleted', async () => {
    await openPage(admin, 'Workflow rules');
    await admin.getByRole('button', { name: `Delete ${name}` }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(admin.getByRole('button', { name: `Delete ${name}` })).toBeHidden();
  });
});

test('[VIS-72] [VIS-74] the CRM view of the lead tells the mail, the task, a note and both visits', async () => {
  const notes = owner.locator('crm-record').getByRole('group', { name: 'Notes', exact: true });
  await owner.locator('crm-record').getByRole('button', { name: 'Notes', exact: true }).click();
  await notes.getByRole('textbox', { name: 'Note' }).fill('Likes oak');
  await notes.getByRole('button', { name: 'Add note' }).click();
  await openPage(admin, 'CRM view');
  const view = admin.locator('crm-visit-people');
  await view.getByRole('button', { name: /^Leads\/Contacts/ }).click();
  await view.getByRole('listitem').filter({ hasText: last }).getByRole('button').click();
  await expect(fact(view, 'E-mail')).toContainText(email);
  await expect(fact(view, 'Visits')).toHaveText('2');
  const entries = admin.locator('crm-person-timeline').getByRole('listitem');
  await admin.getByRole('tab', { name: 'Conversations', exact: true }).click();
  await expect(entries.filter({ hasText: /E-mail\s+You read Lamps \| Tarn/ })).toHaveCount(1);
  await expect(entries.filter({ hasText: 'Visit' })).toHaveCount(0);
  await admin.getByRole('tab', { name: 'Timeline', exact: true }).click();
  await expect(entries.filter({ hasText: 'Visit' })).toHaveCount(2);
  for (const told of [`Ring Vera ${last} back`, 'You read Lamps | Tarn', 'Likes oak'])
    await expect(entries.filter({ hasText: told })).toHaveCount(1);
});
