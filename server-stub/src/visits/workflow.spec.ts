import type { CrmRecord, SentMail } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, view } from '../testing/requests.js';
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
