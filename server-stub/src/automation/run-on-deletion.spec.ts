import type { CrmRecord } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../testing/requests.js';
import { insert } from '../testing/sales.js';
import type { TestApp } from '../testing/test-app.js';
import { openTwoOffices, type WorkflowOffice } from '../testing/workflow-office.js';

let t: TestApp;
let token: string;
let acme: WorkflowOffice;
beforeAll(async () => ({ t, token, acme } = await openTwoOffices()));
afterAll(() => t.close());

const one = async (module: string, row: object) => (await insert(t, token, module, [row]))[0] ?? '';

describe('a rule runs on deletion', () => {
  test('with the last values of the record', async () => {
    await acme.rule({
      trigger: 'delete',
      criteria: '(Company:equals:Gone)',
      actions: [
        {
          type: 'task',
          subject: 'Why was ${Last_Name} deleted?',
          due_in_days: 3,
          assign_to: t.acme.users.rep,
        },
      ],
    });
    const id = await one('Leads', { Last_Name: 'Parting', Company: 'Gone' });
    await send(t, token, 'DELETE', `/crm/v8/Leads/${id}`);
    expect(await acme.settled(id)).toMatchObject([{ status: 'done', record: { id, name: null } }]);
    const { body } = await get<{ data: CrmRecord[] }>(
      t,
      token,
      '/crm/v8/Tasks/search?criteria=(Subject:equals:Why was Parting deleted?)',
    );
    expect(body.data).toMatchObject([
      { Owner: { id: t.acme.users.rep }, Status: 'Not Started', What_Id: null },
    ]);
  });

  test('by when and by whom the record was made and changed, not deleted', async () => {
    const created = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const aged = await one('Leads', { Last_Name: 'Aged', Company: 'Old' });
    const fresh = await one('Leads', { Last_Name: 'Fresh', Company: 'Old' });
    await t.database.pool.query(
      `update record set modified_by = $2, created_time = $3::date - 2, modified_time = $3::date - 1 where id = $1`,
      [aged, t.acme.users.rep, created],
    );
    await acme.rule({
      trigger: 'delete',
      criteria: `((Created_Time:less_than:${created})and(Modified_Time:less_than:${created})and(Modified_By:equals:${t.acme.users.rep}))`,
      actions: [
        {
          type: 'create_record',
          module: 'Leads',
          values: { Last_Name: 'After ${Last_Name}', Company: 'New' },
        },
      ],
    });
    for (const id of [aged, fresh]) await send(t, token, 'DELETE', `/crm/v8/Leads/${id}`);
    expect(await acme.settled(aged)).toMatchObject([{ status: 'done' }]);
    await acme.heard(fresh);
    expect((await acme.runs(`record_id=${fresh}`)).data).toEqual([]);
  });

  test('never when a delete says so', async () => {
    await acme.rule({
      trigger: 'delete',
      actions: [{ type: 'create_record', module: 'Leads', values: { Last_Name: 'Never' } }],
    });
    const id = await one('Leads', { Last_Name: 'Quiet', Company: 'X' });
    await send(t, token, 'DELETE', `/crm/v8/Leads/${id}?wf_trigger=false`);
    await acme.heard(id);
    expect((await acme.runs(`record_id=${id}`)).data).toEqual([]);
  });
});
