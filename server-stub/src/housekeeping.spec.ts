import type { NotificationPage, WorkflowRun } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeOldRuns } from './automation/index.js';
import { removeOldNotifications } from './notifications/index.js';
import { eventually, get } from './testing/requests.js';
import { insert } from './testing/sales.js';
import { createTestApp, type TestApp } from './testing/test-app.js';
import { openWorkflowOffice } from './testing/workflow-office.js';

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

test('the log of workflows keeps 90 days', async () => {
  const token = await t.acme.token();
  const office = openWorkflowOffice(t, token);
  await office.make({});
  const [old = '', young = ''] = await insert(t, token, 'Leads', [
    { Last_Name: 'Old', Company: 'X' },
    { Last_Name: 'Young', Company: 'X' },
  ]);
  await office.settled(old);
  await office.settled(young);
  await t.database.pool.query(
    "update workflow_run set started_at = now() - interval '91 days' where record_id = $1",
    [old],
  );
  await removeOldRuns(t.database);
  const { data } = await office.runs();
  expect(data.map(({ record }: WorkflowRun) => record.id)).toEqual([young]);
  const { rows } = await t.database.pool.query('select distinct run_id from workflow_run_action');
  expect(rows).toEqual([{ run_id: data[0]?.id }]);
});

test('a user keeps the newest 1,000 notifications of 90 days, whatever others have', async () => {
  const [admin, rep] = [await t.acme.token(), await t.acme.token('rep')];
  const [first = ''] = await insert(t, admin, 'Leads', [
    { Last_Name: 'First', Company: 'X', Owner: { id: t.acme.users.agent } },
  ]);
  const page = async (token: string, query = 'limit=1') =>
    (await get<NotificationPage>(t, token, `/v1/notifications?${query}`)).body;
  const agent = await t.acme.token('agent');
  const { data } = await eventually(
    () => page(agent),
    (found) => found.data[0]?.record?.id === first,
  );
  await t.database.pool.query(
    `insert into notification (org_id, id, user_id, kind, text, created_at)
    select $1, n, $2, 'record_assigned', 'x', now() - case when n <= 1200 and n > 1190 then interval '91 days' else interval '1 day' end
    from generate_series(1, 1200) n`,
    [t.acme.orgId, t.acme.users.rep],
  );
  await removeOldNotifications(t.database);
  const { unread, data: newest } = await page(rep);
  expect([unread, newest[0]?.id]).toEqual([1_000, '1190']);
  expect((await page(agent)).data).toEqual(data);
});
