import type { CrmRecord, SentMail } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view } from '../testing/requests.js';
import { clientId, createTestApp, type TestApp } from '../testing/test-app.js';
import { openWorkflowOffice } from '../testing/workflow-office.js';

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

test('[VIS-94] a rule runs once for each visit that begins; its mail goes to the lead concerned', async () => {
  const token = await t.acme.token();
  const office = openWorkflowOffice(t, token);
  await office.make({
    module: 'Visits',
    criteria: '(Visited_Page_URL:contains:pricing)',
    actions: [
      { type: 'email_alert', to: ['record'], subject: 'You read ${Visited_Page}', body: '${Browser}' },
      { type: 'task', subject: 'Call ${Visited_By}', due_in_days: 0, assign_to: t.acme.users.rep },
    ],
  });
  const { u } = newVisitor();
  const values = { email: 'mia@visit.test', name: 'Mia Wong' };
  await collect(t, t.acme, { u, s: clientId() }, [
    view('https://shop.test/'),
    { t: 'i', i: clientId(), w: values },
  ]);
  const leads = () => get<{ data: CrmRecord[] }>(t, token, '/crm/v8/Leads/search?email=mia@visit.test');
  const found = await eventually(leads, ({ status }) => status === 200);
  const pricing = view('https://shop.test/pricing', { n: 'Prices' });
  await collect(t, t.acme, { u, s: clientId() }, [pricing]);
  const { data } = await eventually(
    () => office.runs(),
    (log) => log.data.length > 0 && log.data.every(({ status }) => status !== 'waiting'),
  );
  expect(data).toMatchObject([{ module: 'Visits', trigger: 'create', status: 'done' }]);
  const mails = await get<{ data: SentMail[] }>(t, token, '/v1/sent-mails');
  expect(mails.body.data).toMatchObject([{ to: { email: 'mia@visit.test' }, subject: 'You read Prices' }]);
  const tasks = await get<{ data: CrmRecord[] }>(t, token, '/crm/v8/Tasks?fields=Subject,What_Id');
  expect(tasks.body.data).toMatchObject([{ What_Id: { id: found.body.data[0]?.id } }]);
});

test('[VIS-96] the owner of the lead gets the task and the mail; the lead gets its own', async () => {
  const token = await t.acme.token();
  const office = openWorkflowOffice(t, token);
  const values = { email: 'noor@visit.test', name: 'Noor Haddad' };
  const { u } = newVisitor();
  await collect(t, t.acme, { u, s: clientId() }, [
    view('https://shop.test/'),
    { t: 'i', i: clientId(), w: values },
  ]);
  const leads = () => get<{ data: CrmRecord[] }>(t, token, '/crm/v8/Leads/search?email=noor@visit.test');
  const { body } = await eventually(leads, ({ status }) => status === 200);
  const lead = body.data[0]?.id ?? '';
  await send(t, token, 'PUT', `/crm/v8/Leads/${lead}`, { data: [{ Owner: { id: t.acme.users.manager } }] });
  const rule = await office.make({
    module: 'Visits',
    criteria: '(Visited_Page_URL:contains:owned)',
    actions: [
      { type: 'task', subject: 'Call them', due_in_days: 0, assign_to: 'owner' },
      { type: 'email_alert', to: ['owner', 'record'], subject: 'A visit', body: 'x' },
    ],
  });
  expect(rule.status).toBe(201);
  await collect(t, t.acme, { u, s: clientId() }, [view('https://shop.test/owned')]);
  const { data } = await eventually(
    () => get<{ data: SentMail[] }>(t, token, '/v1/sent-mails').then((answer) => answer.body),
    (answer) => answer.data.filter(({ subject }) => subject === 'A visit').length === 2,
  );
  const to = data.filter(({ subject }) => subject === 'A visit').map((mail) => mail.to.email);
  expect(to.sort()).toEqual(['manager@acme.test', 'noor@visit.test']);
  const tasks = await get<{ data: CrmRecord[] }>(
    t,
    token,
    '/crm/v8/Tasks/search?criteria=(Subject:equals:Call them)',
  );
  expect(tasks.body.data).toMatchObject([
    { Owner: { id: t.acme.users.manager }, What_Id: { id: lead, module: { api_name: 'Leads' } } },
  ]);
});

test.each(['edit', 'create_or_edit', 'field_update', 'delete'] as const)(
  '[VIS-95] a rule for visits runs on creation, never on %s',
  async (trigger) => {
    const office = openWorkflowOffice(t, await t.acme.token());
    const rule = {
      module: 'Visits',
      trigger,
      ...(trigger === 'field_update' && { fields: ['Browser'] }),
      actions: [{ type: 'webhook' as const, url: 'http://a.test/', method: 'POST' as const }],
    };
    const { status, body } = await office.make(rule);
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'trigger']);
  },
);
