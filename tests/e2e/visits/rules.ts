import { expect, type Page } from '@playwright/test';
import { openPage } from '../crm/people.js';
import { crmOrigin } from '../origins.js';
import { askCrm } from './api.js';

/** Opens the routing rules or the triggers of the portal. */
export async function openRules(page: Page, tab: 'Routing' | 'Triggers'): Promise<void> {
  await openPage(page, 'Visitor tracking');
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

/** A further rule, with a name and conditions that are chosen as a person chooses them; it stays unfolded. */
export async function addRule(
  page: Page,
  name: string,
  conditions: readonly (readonly [field: string, comparator: string, value: string])[],
): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).filter({ visible: true }).fill(name);
  for (const [index, [field, comparator, value]] of conditions.entries()) {
    const part = (label: string) =>
      page.getByLabel(`Condition ${index + 1}: ${label}`).filter({ visible: true });
    await page.getByRole('button', { name: 'Add condition' }).filter({ visible: true }).click();
    await part('Field').selectOption({ label: field });
    await part('Comparator').selectOption({ label: comparator });
    await part('Value').fill(value);
  }
}

/** Folds the rule up, so that the next one is the only one to be seen. */
export const foldRule = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^${name}`), expanded: true }).click();

export async function saveRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** Nobody else is to meet them. */
export async function removeRules(kind: 'routing-rules' | 'triggers'): Promise<void> {
  const crm = { origin: crmOrigin() };
  const { data } = await askCrm<{ data: { id: string }[] }>(crm, 'GET', '/v1/portals');
  const path = `/v1/portals/${data[0]?.id ?? ''}/${kind}`;
  const { revision } = await askCrm<{ revision: number }>(crm, 'GET', path);
  await askCrm(crm, 'PUT', path, {
    rules: [],
    revision,
    ...(kind === 'routing-rules' && { route_rest: true }),
  });
}
