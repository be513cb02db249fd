import { expect, test } from '@playwright/test';
import { openPage, signIn } from './people.js';

test('a record is made, found, changed in place, noted, given a file, and deleted', async ({ browser }) => {
  const name = `Paper${Date.now()}`;
  const page = await signIn(browser, 'Admin');
  await openPage(page, 'Leads');

  await test.step('made in the form, where what is missing is said at the field', async () => {
    await page.getByRole('button', { name: 'New Lead' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByLabel(/^Last Name/)).toBeFocused();
    await page.getByLabel(/^Last Name/).fill(name);
    await page.getByLabel('Company').fill('Paper Mill');
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page).toHaveURL(/records\/Leads\/\d+/);
    await expect(page.getByRole('heading', { name })).toBeVisible();
  });

  await test.step('changed in place by keyboard', async () => {
    await page.getByRole('button', { name: 'Edit Company' }).first().press('Enter');
    await page.getByRole('textbox', { name: 'Company' }).fill('Paper & Sons');
    await page.getByRole('textbox', { name: 'Company' }).press('Enter');
    await expect(page.locator('crm-record')).toContainText('Paper & Sons');
    await page.reload();
    await expect(page.locator('crm-record')).toContainText('Paper & Sons');
  });

  await test.step('noted, and given a file', async () => {
    await page.getByRole('button', { name: 'Notes', exact: true }).click();
    const notes = page.locator('crm-notes');
    await notes.getByRole('textbox').last().fill('Called, will write.');
    await notes.getByRole('textbox').last().press('Control+Enter');
    await expect(notes.getByRole('listitem')).toContainText('Called, will write.');
    await page.getByRole('button', { name: 'Attachments', exact: true }).click();
    const files = page.locator('crm-attachments');
    await files
      .locator('input[type=file]')
      .setInputFiles({ name: 'offer.txt', mimeType: 'text/plain', buffer: Buffer.from('Ten lamps') });
    await expect(files.getByRole('listitem').filter({ hasText: 'offer.txt' })).toBeVisible();
  });

  await test.step('found in the list, opened, and deleted', async () => {
    await openPage(page, 'Leads');
    await page.getByRole('searchbox').fill(name);
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row).toHaveCount(1);
    await row.getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Delete' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page).toHaveURL(/records\/Leads$/);
  });
  await page.context().close();
});

test('many records get the same value, those of the filter only', async ({ browser }) => {
  const page = await signIn(browser, 'Admin');
  await openPage(page, 'Contacts');
  await page.getByRole('searchbox').fill('Salma');
  const rows = page.locator('crm-record-list').getByRole('row');
  // The head is left.
  await expect(rows.filter({ hasNotText: 'Salma' })).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Select all loaded records' }).check();
  await page.getByRole('button', { name: 'Change a field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Field', { exact: true }).selectOption({ label: 'Department' });
  await dialog.getByLabel('New value').fill('Paper department');
  await dialog.getByRole('button', { name: /^(Apply|Change|Save)/ }).click();
  await expect(dialog.or(page.locator('crm-record-list')).first()).toContainText(/records? changed/);
  await page.context().close();
});
