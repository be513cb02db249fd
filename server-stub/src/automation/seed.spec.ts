import type { CrmRecord, NotificationPage, SentMail } from '@crm-elements/contract';
import { expect, onTestFinished, test } from 'vitest';
import { eventually, get, send } from '../testing/requests.js';
import { insert } from '../testing/sales.js';
import { createTestApp } from '../testing/test-app.js';
import { openWorkflowOffice } from '../testing/workflow-office.js';

test('the demo organization has rules that work, a log without failures, and news for its users', async () => {
  const t = await createTestApp({ seed: 'demo' });
  onTestFinished(() => t.close());
  const answer = await t.app.http.inject({
    method: 'POST',
    url: '/oauth/v2/token?grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=demo-admin',
  });
  const token = answer.json<{ access_token: string }>().access_token;
  const office = openWorkflowOffice(t, token);
  expect((await office.rules()).map(({ module, active }) => [module, active])).toEqual([
    ['Leads', true],
    ['Deals', true],
    ['Contacts', false],
  ]);
  const news = await eventually(
    async () => (await get<NotificationPage>(t, token, '/v1/notifications')).body,
    ({ unread }) => unread > 0,
  );
  expect(news.data.every(({ kind, record }) => kind === 'task_assigned' && record?.name)).toBe(true);
  expect((await office.runs()).data).toEqual([]);

  const [lead = ''] = await insert(t, token, 'Leads', [
    { Last_Name: 'Webb', Company: 'Webb & Co', Lead_Source: 'Web Site', Phone: '+33 1 00 00 99 99' },
  ]);
  expect(await office.settled(lead)).toMatchObject([{ status: 'done' }]);
  const [deal = ''] = await insert(t, token, 'Deals', [
    { Deal_Name: 'Big one', Stage: 'Qualification', Amount: 5_000 },
  ]);
  await send(t, token, 'PUT', `/crm/v8/Deals/${deal}`, { data: [{ Stage: 'Closed Won' }] });
  expect(await office.settled(deal)).toMatchObject([{ status: 'done' }]);
  const { body } = await get<{ data: SentMail[] }>(t, token, '/v1/sent-mails');
  expect(body.data).toMatchObject([{ subject: 'Big one is won' }]);
  expect(body.data[0]?.text).toContain('5,000');
  const tasks = await get<{ data: CrmRecord[] }>(
    t,
    token,
    '/crm/v8/Tasks/search?criteria=(Subject:equals:Call Webb)',
  );
  expect(tasks.body.data).toMatchObject([{ What_Id: { id: lead }, Priority: 'High' }]);
});
