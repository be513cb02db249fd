import { expect, test, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { crmOrigin } from '../origins.js';
import { askCrm } from './api.js';
import { fact } from './people.js';

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await signIn(browser, 'Admin');
});
test.beforeEach(() => openPage(page, 'CRM view'));
test.afterAll(() => page.context().close());

const view = () => page.locator('crm-visit-people');
const people = () => view().getByRole('region', { name: 'People' }).getByRole('listitem');
const chooseGroup = (name: RegExp) => view().getByRole('button', { name }).click();
const tab = (name: string) => page.getByRole('tab', { name, exact: true });

/** Opens the first of a group, whose record the CRM is asked for. */
async function openFirst(group: RegExp): Promise<string> {
  await chooseGroup(group);
  await people().first().getByRole('button').click();
  const href = await page.getByRole('link', { name: 'Open record' }).getAttribute('href');
  return href?.replace('/examples/crm/records/', '') ?? '';
}

const stagesOf = async (record: string) => {
  const deals = await askCrm<{ data: { Stage: string }[] } | undefined>(
    { origin: crmOrigin() },
    'GET',
    `/crm/v8/${record}/Deals?fields=Stage`,
  );
  return deals?.data.map(({ Stage }) => Stage) ?? [];
};

test('[VIS-67] [VIS-68] customers are contacts with a deal that was won', async () => {
  await expect(view().getByRole('group', { name: 'CRM view' }).getByRole('button')).toHaveText([
    /Customers\s+\d/,
    /Potential Customers\s+\d/,
    /Leads\/Contacts\s+\d/,
  ]);
  const record = await openFirst(/^Customers/);
  expect(record).toMatch(/^Contacts/);
  expect(await stagesOf(record)).toContain('Closed Won');
});

test('[VIS-69] potential customers are contacts with a deal in the pipeline', async () => {
  const record = await openFirst(/^Potential/);
  expect(record).toMatch(/^Contacts/);
  const stages = await stagesOf(record);
  expect(stages).not.toContain('Closed Won');
  expect(stages.filter((stage) => !stage.startsWith('Closed')).length).toBeGreaterThan(0);
});

test('[VIS-70] leads, and contacts in neither other group, are the third', async () => {
  const record = await openFirst(/^Leads/);
  expect(record).toMatch(/^(Leads|Contacts)/);
  // A contact here has at most deals that were lost.
  if (record.startsWith('Contacts'))
    expect(
      (await stagesOf(record)).filter((stage) => stage === 'Closed Won' || !stage.startsWith('Closed')),
    ).toEqual([]);
  await expect(view().getByText('Leads, and contacts without deals.')).toBeVisible();
});

test('[VIS-72] [VIS-74] the panel is one overall view: information, conversations, timeline', async () => {
  await openFirst(/^Customers/);
  await expect(fact(view(), 'E-mail')).toContainText('@example.test');
  await expect(fact(view(), 'Revenue')).toHaveText(/[1-9]/);
  await tab('Timeline').click();
  const kinds = page.locator('crm-person-timeline').getByRole('listitem');
  await expect(kinds.filter({ hasText: 'Visit' })).not.toHaveCount(0);
  await expect(kinds.filter({ hasText: 'Deal' })).not.toHaveCount(0);
  await tab('Conversations').click();
  await expect(page.getByText('No conversations yet.')).toBeVisible();
});

test('[VIS-73] the panel shows page views, chat history and visit history, by keyboard', async () => {
  await openFirst(/^Customers/);
  const entries = page.locator('crm-person-timeline').getByRole('listitem');
  await tab('Information').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Page Views')).toBeFocused();
  await expect(entries.first()).toContainText('Tarn');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('There was no chat yet.')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Visit History')).toBeFocused();
  await entries.first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/visits\/\d+$/);
});
