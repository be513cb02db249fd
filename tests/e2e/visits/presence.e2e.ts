import { expect, test, type Locator, type Page } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';
import { crmOrigin } from '../origins.js';
import { askCrm, proofOf, untilKnown } from './api.js';
import { visitShop, writeToShop } from './people.js';

const mark = Date.now();
const crm = { origin: crmOrigin() };
const mobile = '+33 6 12 34 56 78';

/** A contact with an account, a deal and a task, and a lead: both are on the site, and another lead. */
let contact = '';
let lead = '';
let account = '';
let deal = '';
let task = '';
const contactName = `Nora Presence${mark}`;
const leadName = `Presence${mark}`;
/** The operator's page, and those of the visitors. */
let page: Page;
let shops: Page[] = [];

async function make(module: string, values: Record<string, unknown>): Promise<string> {
  const path = `/crm/v8/${module}`;
  const answer = await askCrm<{ data: { details: { id: string } }[] }>(crm, 'POST', path, { data: [values] });
  return answer.data[0]?.details.id ?? '';
}

/** The shop knows who has signed in, and proves it. */
async function signInToShop(shop: Page, email: string): Promise<void> {
  const hash = await proofOf(email);
  await shop.evaluate(
    (values) =>
      (window as unknown as { crm: (command: string, values: object) => void }).crm('identify', values),
    { email, hash },
  );
}

test.beforeAll(async ({ browser }) => {
  const email = `nora${mark}@home.test`;
  account = await make('Accounts', { Account_Name: `Presence ${mark}` });
  contact = await make('Contacts', {
    First_Name: 'Nora',
    Last_Name: `Presence${mark}`,
    Email: email,
    Mobile: mobile,
    Account_Name: { id: account },
  });
  const closing = { Stage: 'Qualification', Closing_Date: '2030-06-30' };
  deal = await make('Deals', { Deal_Name: `Presence ${mark}`, ...closing, Contact_Name: { id: contact } });
  task = await make('Tasks', { Subject: `Presence ${mark}`, Who_Id: { id: contact } });
  shops = await Promise.all([1, 2, 3].map(() => visitShop(browser, '/')));
  await signInToShop(shops[0]!, email);
  await writeToShop(shops[1]!, 'Lina', leadName);
  await writeToShop(shops[2]!, 'Otto', `Other${mark}`);
  lead = await untilKnown('Leads', leadName);
  page = await signIn(browser, 'Admin');
});
test.afterAll(() => Promise.all([page, ...shops].map((one) => one.context().close())));

const dot = (recordId: string) =>
  page.locator(`crm-presence[record-id="${recordId}"]`).getByRole('img', { name: /^Online now/ });

/** The host puts dots into slots: that they are inside of something is seen, not found in the tree. */
async function expectDotIn(place: Locator, recordId: string): Promise<void> {
  await expect(dot(recordId)).toBeVisible();
  await expect
    .poll(async () => {
      const [inner, outer] = await Promise.all([dot(recordId).boundingBox(), place.boundingBox()]);
      if (!inner || !outer) return false;
      const isInside = (start: 'x' | 'y', size: 'width' | 'height') =>
        inner[start] >= outer[start] && inner[start] + inner[size] <= outer[start] + outer[size];
      return isInside('x', 'width') && isInside('y', 'height');
    })
    .toBe(true);
}

const open = (module: string, id: string) => page.goto(`${crm.origin}/examples/crm/records/${module}/${id}`);
const row = (name: string) => page.locator('crm-record-list').getByRole('row').filter({ hasText: name });
const onlineVisitor = (name: string) =>
  page.locator('crm-visitors').getByRole('listitem').filter({ hasText: name });

test('[VIS-117] [VIS-118] a green dot is beside who is online in the lists of leads and contacts', async () => {
  await openPage(page, 'Contacts');
  await expectDotIn(row(contactName), contact);
  await openPage(page, 'Leads');
  await expectDotIn(row(leadName), lead);
});

test('[VIS-119] a green dot is beside the name on the page of the lead and of the contact', async () => {
  for (const [module, id] of [
    ['Contacts', contact],
    ['Leads', lead],
  ] as const) {
    await open(module, id);
    await expectDotIn(page.locator('crm-record .head'), id);
  }
});

test('[VIS-120] a green dot is in the contacts of the account', async () => {
  await open('Accounts', account);
  await page.locator('crm-record').getByRole('button', { name: 'Contacts', exact: true }).click();
  const contacts = page.locator('crm-record').getByRole('group', { name: 'Contacts', exact: true });
  await expectDotIn(contacts.getByRole('row').filter({ hasText: contactName }), contact);
});

test('[VIS-121] [VIS-122] a green dot is beside the contact of an activity and of a deal', async () => {
  for (const [module, id] of [
    ['Tasks', task],
    ['Deals', deal],
  ] as const) {
    await open(module, id);
    const facts = page.locator('crm-record').getByRole('region', { name: 'Key facts' });
    await expect(facts.getByRole('link', { name: contactName })).toBeVisible();
    await expectDotIn(facts, contact);
  }
});

test('[VIS-123] all who are online are selected at once', async () => {
  await openPage(page, 'Leads');
  await expectDotIn(row(leadName), lead);
  await row(leadName).getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Select all online Leads in this page/ }).click();
  const list = page.locator('crm-record-list');
  const online = await list.locator('crm-presence[online]').count();
  expect(online).toBeGreaterThan(1);
  await expect(list.getByRole('row').getByRole('checkbox', { checked: true })).toHaveCount(online);
});

test('[VIS-128] [VIS-130] who has a number can be called from the online visitors', async () => {
  await openPage(page, 'Visitors');
  const call = onlineVisitor(contactName).getByRole('link', { name: `Call ${contactName}, ${mobile}` });
  await expect(call).toHaveAttribute('href', 'tel:+33612345678');
  const asked = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('crm-call-place', (event) => {
          // A telephony of the host takes the call.
          event.preventDefault();
          resolve([event.defaultPrevented, (event as Event & { phone: string }).phone]);
        });
      }),
  );
  await call.click();
  expect(await asked).toEqual([true, mobile]);
});

test('[VIS-129] a number is added to who has none, and then they can be called', async () => {
  await openPage(page, 'Visitors');
  const visitor = onlineVisitor(leadName);
  await visitor.getByRole('button', { name: /^Add number/ }).click();
  await page.getByRole('dialog').getByLabel('Mobile number').fill('+33 7 98 76 54 32');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(visitor.getByRole('link', { name: /^Call Lina/ })).toHaveAttribute('href', 'tel:+33798765432');
});

test('[VIS-117] the dot goes when they leave', async () => {
  await openPage(page, 'Contacts');
  await expectDotIn(row(contactName), contact);
  await shops[0]!.close();
  await expect(dot(contact)).toHaveCount(0);
});
