import { expect, test, type Page } from '@playwright/test';
import { signIn } from '../crm/people.js';
import { openRules } from './rules.js';

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await signIn(browser, 'Admin');
});
test.afterAll(() => page.context().close());

/** Writes the criteria of the rule that is unfolded, as text. */
async function compare(criteria: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit as text' }).filter({ visible: true }).last().click();
  await page.getByRole('textbox', { name: 'Criteria as text' }).last().fill(criteria);
}

test('[VIS-102] [VIS-103] [VIS-106] routing rules are added with criteria, put in order and kept', async () => {
  await openRules(page, 'Routing');
  for (const name of ['Germans', 'Leads first']) {
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).last().fill(name);
    await compare('((Country:equals:Germany))');
    await page
      .getByRole('button', { name: /New rule|Germans|Leads first/, expanded: true })
      .last()
      .click();
  }
  await page.getByRole('button', { name: 'Move Leads first up' }).click();
  await page.getByLabel('Route rest of the visitors to all agents').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await openRules(page, 'Routing');
  await expect(page.getByRole('switch')).toHaveCount(2);
  await expect(page.getByRole('switch').first()).toHaveAccessibleName('Leads first is active');
  await page.getByRole('button', { name: /^Leads first/, expanded: false }).click();
  await expect(
    page.getByRole('combobox', { name: 'Condition 1: Field' }).locator('option:checked'),
  ).toHaveText('Country');
  await expect(page.getByLabel('Route rest of the visitors to all agents')).not.toBeChecked();
});

test('[VIS-104] [VIS-105] [VIS-107] a rule routes to the ones it names and does what it says', async () => {
  await openRules(page, 'Routing');
  await page.getByRole('button', { name: /^Leads first/, expanded: false }).click();
  await page.getByLabel('Route to').selectOption({ label: 'Certain users and groups' });
  await page.getByLabel('Action').selectOption({ label: 'Notify and assign as attendee' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toHaveText('Name a user or a group to route to.');
  await page.getByRole('combobox', { name: 'Add a user or group' }).fill('Noah');
  await page.getByRole('option', { name: /Noah Bernard/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByText('Certain users and groups · Notify and assign as attendee')).toBeVisible();
  for (const name of ['Germans', 'Leads first'])
    await page.getByRole('button', { name: `Remove ${name}` }).click();
  await page.getByLabel('Route rest of the visitors to all agents').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('[VIS-124] [VIS-125] [VIS-126] a trigger invites with its text after a while, and is kept', async () => {
  await openRules(page, 'Triggers');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Long on the page');
  await compare('((Number_Of_Pages:greater_than:3))');
  await page.getByLabel('Delay (seconds on the page)').fill('30');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toHaveText('An invitation needs a text.');
  await page.getByLabel('Text of the invitation').fill('May I help you?');
  await page.getByRole('switch', { name: 'Long on the page is active' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await openRules(page, 'Triggers');
  await page.getByRole('button', { name: /^Long on the page/, expanded: false }).click();
  await expect(page.getByLabel('Text of the invitation')).toHaveValue('May I help you?');
  await expect(
    page.getByRole('combobox', { name: 'Condition 1: Field' }).locator('option:checked'),
  ).toHaveText('Pages In This Visit');
  await page.getByRole('button', { name: 'Remove Long on the page' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});
