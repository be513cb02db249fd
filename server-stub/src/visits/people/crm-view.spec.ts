import type { CrmViewPage, CrmViewPerson, TimelinePage } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, get, newVisitor, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { openVisitOffice, type VisitOffice } from '../../testing/visits.js';
import { openWorkflowOffice } from '../../testing/workflow-office.js';

let t: TestApp;
let admin: string;
let office: VisitOffice;
const won = newVisitor();
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  office = openVisitOffice(t, admin);
  await openVisitOffice(t, await t.globex.token(), t.globex).visit('elsewhere', {
    email: 'x@elsewhere.test',
  });
  await office.visit('nobody');
  await office.visit('lead', { email: 'lead@people.test' });
  await office.change({ push_as: 'Contacts' });
  await office.visit('won', { email: 'won@people.test', visitor: won, minutes: 3 });
  await office.visit('open', { email: 'open@people.test' });
  await office.visit('lost', { email: 'lost@people.test' });
});
afterAll(() => t.close());

type Group = keyof CrmViewPage['counts'];
const crmView = async (group: Group, more = '', token = admin) =>
  (await get<CrmViewPage>(t, token, `/v1/crm-view?group=${group}${more}`)).body;
const names = async (group: Group, more = '') =>
  (await crmView(group, more)).data.map(({ record }) => record.name);
const find = async (group: Group, name: string): Promise<CrmViewPerson> => {
  const page = await eventually(
    () => crmView(group),
    ({ data }) => data.some(({ record }) => record.name === name),
  );
  return page.data.find(({ record }) => record.name === name)!;
};

async function make(module: string, row: Record<string, unknown>): Promise<string> {
  const { body } = await send<{ data: { details: { id: string } }[] }>(
    t,
    admin,
    'POST',
    `/crm/v8/${module}`,
    {
      data: [row],
    },
  );
  return body.data[0]!.details.id;
}
const deal = (contact: string, name: string, stage: string, amount: number) =>
  make('Deals', { Deal_Name: name, Stage: stage, Amount: amount, Contact_Name: { id: contact } });

describe('the CRM view', () => {
  test('[VIS-67] [VIS-70] has leads, and contacts without deals, in one group', async () => {
    await find('leads_contacts', 'lost');
    expect(await names('leads_contacts')).toEqual(['lost', 'open', 'won', 'lead']);
    const page = await crmView('leads_contacts');
    expect(page.counts).toEqual({ customers: 0, potential_customers: 0, leads_contacts: 4 });
    expect(page.data[2]).toMatchObject({
      record: { module: 'Contacts' },
      email: 'won@people.test',
      online: true,
      visits: 1,
      days_visited: 1,
      chats: 0,
      last_page: { title: 'won', url: 'https://shop.test/won' },
      // A visit, a day, a page, three minutes.
      score: 5 + 10 + 1 + 3,
      revenue: 0,
    });
  });

  test('[VIS-68] [VIS-69] follows the deals of contacts: customers by one that is won, potential ones by one in the pipeline', async () => {
    const { record } = await find('leads_contacts', 'won');
    const first = await deal(record.id, 'First', 'Closed Won', 1200);
    await deal(record.id, 'Next', 'Qualification', 300);
    const { record: open } = await find('leads_contacts', 'open');
    const hope = await deal(open.id, 'Hope', 'Needs Analysis', 50);
    const { record: lost } = await find('leads_contacts', 'lost');
    await deal(lost.id, 'Gone', 'Closed Lost', 10);
    expect(await find('customers', 'won')).toMatchObject({ revenue: 1200, pipeline: 300 });
    expect(await find('potential_customers', 'open')).toMatchObject({ revenue: 0, pipeline: 50 });
    expect((await crmView('customers')).counts).toEqual({
      customers: 1,
      potential_customers: 1,
      leads_contacts: 2,
    });
    // Without the deal that was won it is the one in the pipeline that counts; a deal may go to somebody else.
    await send(t, admin, 'DELETE', `/crm/v8/Deals/${first}`);
    await find('potential_customers', 'won');
    await send(t, admin, 'PUT', `/crm/v8/Deals/${hope}`, {
      data: [{ Stage: 'Closed Won', Contact_Name: { id: lost.id } }],
    });
    await find('customers', 'lost');
    await find('leads_contacts', 'open');
  });

  test('goes page by page, and forgets whom the CRM has deleted', async () => {
    const read = async () => {
      const found: string[] = [];
      for (let cursor = ''; ;) {
        const page = await crmView('leads_contacts', `&limit=1${cursor}`);
        found.push(...page.data.map(({ record }) => record.name));
        if (page.next_cursor === null) return found;
        cursor = `&cursor=${page.next_cursor}`;
      }
    };
    expect(await read()).toEqual(['open', 'lead']);
    expect((await get(t, admin, '/v1/crm-view?group=customers&cursor=1')).status).toBe(400);
    const { record } = await find('leads_contacts', 'lead');
    await send(t, admin, 'DELETE', `/crm/v8/Leads/${record.id}`);
    const { counts } = await eventually(
      () => crmView('leads_contacts'),
      ({ data }) => data.length === 1,
    );
    expect(counts.leads_contacts).toBe(1);
  });

  test('[VIS-71] shows the people of one portal, with what they did there', async () => {
    const { body: portal } = await send<{ id: string; embed_codes: { key: string }[] }>(
      t,
      admin,
      'POST',
      '/v1/portals',
      {
        name: 'Second',
        push_as: 'Leads',
        allowed_origins: ['loopback', 'shop.test'],
      },
    );
    const second = { ...t.acme, key: portal.embed_codes[0]!.key, portalId: portal.id };
    await openVisitOffice(t, admin, second).visit('second', { email: 'second@people.test' });
    await find('leads_contacts', 'second');
    expect(await names('leads_contacts', `&portal_id=${portal.id}`)).toEqual(['second']);
    expect(await names('leads_contacts', `&portal_id=${t.acme.portalId}`)).toEqual(['open']);
    expect((await crmView('customers', `&portal_id=${portal.id}`)).counts).toEqual({
      customers: 0,
      potential_customers: 0,
      leads_contacts: 1,
    });
  });

  test('shows and counts whom the reader may see', async () => {
    const globex = await crmView('leads_contacts', '', await t.globex.token());
    expect(globex.counts.leads_contacts).toBe(1);
    expect(globex.data.map(({ email }) => email)).toEqual(['x@elsewhere.test']);

    const rep = await t.acme.token('rep');
    expect((await crmView('customers', '', rep)).counts.customers).toBe(1);
    await send(t, admin, 'PUT', '/crm/v8/settings/data_sharing', {
      data_sharing: [{ share_type: 'private', module: { api_name: 'Contacts' } }],
    });
    const hidden = await crmView('customers', '', rep);
    expect([hidden.data, hidden.counts]).toEqual([
      [],
      { customers: 0, potential_customers: 0, leads_contacts: 1 },
    ]);
    // The agent owns them.
    expect((await crmView('customers', '', await t.acme.token('agent'))).counts.customers).toBe(1);
    expect((await get(t, await t.acme.token('guest'), '/v1/crm-view?group=customers')).status).toBe(403);
  });
});

describe('the panel of a person', () => {
  const timeline = async (id: string, query = '') =>
    get<TimelinePage>(t, admin, `/v1/crm-view/${id}/timeline${query}`);

  test('[VIS-72] [VIS-73] [VIS-74] tells visits, pages, deals, activities and notes, newest first, page by page', async () => {
    const { record } = await find('potential_customers', 'won');
    await make('Tasks', { Subject: 'Call back', Who_Id: { id: record.id } });
    await send(t, admin, 'POST', `/crm/v8/Contacts/${record.id}/Notes`, {
      data: [{ Note_Title: 'Likes oak', Note_Content: 'And brass.' }],
    });
    const { body } = await timeline(record.id);
    expect(body.data.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'note Likes oak',
      'task Call back',
      'deal Next',
      expect.stringMatching(/^(visit|page) won$/) as string,
      expect.stringMatching(/^(visit|page) won$/) as string,
    ]);
    expect(body.next_cursor).toBeNull();
    expect(body.data[0]).toMatchObject({ detail: 'And brass.', record: { module: 'Notes' } });
    expect(body.data[2]).toMatchObject({ detail: 'Qualification', amount: 300 });
    const visit = body.data.find(({ kind }) => kind === 'visit');
    expect(visit).toMatchObject({ minutes: 3, url: 'https://shop.test/won', record: { module: 'Visits' } });

    const found: TimelinePage['data'] = [];
    for (let cursor = ''; ;) {
      const page = (await timeline(record.id, `?limit=2${cursor}`)).body;
      found.push(...page.data);
      if (page.next_cursor === null) break;
      cursor = `&cursor=${page.next_cursor}`;
    }
    expect(found).toEqual(body.data);
  });

  test('[VIS-72] tells the e-mails that rules have sent to them, of a lead also when it is a contact', async () => {
    const workflows = openWorkflowOffice(t, admin);
    await workflows.make({
      module: 'Visits',
      criteria: '(Visited_Page_URL:contains:mailed)',
      actions: [{ type: 'email_alert', to: ['record', 'owner'], subject: 'You came by', body: 'Thank you.' }],
    });
    await office.change({ push_as: 'Leads' });
    const visitId = await office.visit('mailed', { email: 'mailed@people.test' });
    await office.change({ push_as: 'Contacts' });
    const { id } = (await office.read(visitId)).Visited_By as { id: string };
    const emails = async (of: string, token = admin) =>
      (await get<TimelinePage>(t, token, `/v1/crm-view/${of}/timeline?kinds=email`)).body.data;
    const [email] = await eventually(
      () => emails(id),
      (found) => found.length > 0,
    );
    expect(email).toMatchObject({ kind: 'email', title: 'You came by', detail: 'Thank you.' });
    expect((await timeline(id)).body.data).toContainEqual(email);
    expect((await timeline(id, '?kinds=note')).body.data).toEqual([]);
    const foreign = await get(t, await t.globex.token(), `/v1/crm-view/${id}/timeline?kinds=email`);
    expect(foreign.status).toBe(404);
    const { body: converted } = await send<{ data: { details: { Contacts: { id: string } } }[] }>(
      t,
      admin,
      'POST',
      `/crm/v8/Leads/${id}/actions/convert`,
      { data: [{}] },
    );
    const contact = converted.data[0]!.details.Contacts.id;
    await eventually(
      () => emails(contact),
      (found) => found.length === 1,
    );
  });

  test('tells some kinds alone', async () => {
    const { record } = await find('potential_customers', 'won');
    const { body } = await timeline(record.id, '?kinds=page,chat');
    expect(body.data.map(({ kind, minutes }) => [kind, minutes])).toEqual([['page', 3]]);
    expect((await timeline(record.id, '?kinds=page,weather')).status).toBe(400);
  });

  test('is of people whom the reader may see', async () => {
    const { record } = await find('potential_customers', 'won');
    const { status } = await get(t, await t.globex.token(), `/v1/crm-view/${record.id}/timeline`);
    expect(status).toBe(404);
  });
});
