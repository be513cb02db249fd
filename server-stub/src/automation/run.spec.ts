import type { CrmRecord, WorkflowAction } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { eventually, get, send } from '../testing/requests.js';
import { insert } from '../testing/sales.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { openWorkflowOffice, type WorkflowOffice } from '../testing/workflow-office.js';

let t: TestApp;
let token: string;
let acme: WorkflowOffice;
let globex: WorkflowOffice;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  [acme, globex] = [openWorkflowOffice(t, token), openWorkflowOffice(t, await t.globex.token())];
});
afterAll(() => t.close());

const update = (field: string, value: unknown): WorkflowAction => ({ type: 'field_update', field, value });

/** A rule of the organization, for the length of the test. */
async function rule(...[input]: Parameters<WorkflowOffice['make']>): Promise<string> {
  const { status, body } = await acme.make(input);
  expect(status, JSON.stringify(body)).toBe(201);
  onTestFinished(async () => {
    await acme.remove(body.id);
  });
  return body.id;
}

const one = async (module: string, row: object) => (await insert(t, token, module, [row]))[0] ?? '';
const read = async (module: string, id: string) =>
  (await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/${module}/${id}`)).body.data[0];
const edit = (module: string, id: string, row: object, more: object = {}) =>
  send(t, token, 'PUT', `/crm/v8/${module}/${id}`, { data: [row], ...more });

/** Once the record has no event left in the outbox, every rule that it sets off has its run. */
const heard = (id: string) =>
  eventually(
    () => t.database.pool.query('select 1 from outbox where key = $1', [id]),
    ({ rowCount }) => rowCount === 0,
  );

describe('a rule runs', () => {
  test('on creation, where its criteria hold, and in its own organization only', async () => {
    await rule({ criteria: '(Company:equals:Acme)', actions: [update('Description', 'Hello ${Last_Name}')] });
    const [hit, miss] = await insert(t, token, 'Leads', [
      { Last_Name: 'Hit', Company: 'ACME' },
      { Last_Name: 'Miss', Company: 'Other' },
    ]);
    const [elsewhere = ''] = await insert(t, await t.globex.token(), 'Leads', [
      { Last_Name: 'Far', Company: 'Acme' },
    ]);
    const [run] = await acme.settled(hit ?? '');
    expect(run).toMatchObject({
      rule: { name: 'A rule' },
      module: 'Leads',
      record: { id: hit, name: 'Hit' },
      trigger: 'create',
      status: 'done',
      actions: [{ position: 0, type: 'field_update', status: 'done', attempts: 1, error: null }],
    });
    expect((await read('Leads', hit ?? ''))?.Description).toBe('Hello Hit');
    await heard(miss ?? '');
    await heard(elsewhere);
    expect((await acme.runs(`record_id=${miss}`)).data).toEqual([]);
    expect((await globex.runs()).data).toEqual([]);
  });

  test('on the update of a field that it names, not of others', async () => {
    await rule({
      trigger: 'field_update',
      fields: ['Rating'],
      actions: [update('Description', '${Rating}')],
    });
    const id = await one('Leads', { Last_Name: 'Field', Company: 'X' });
    await edit('Leads', id, { Company: 'Y' });
    await heard(id);
    await edit('Leads', id, { Rating: 'Active' });
    expect(await acme.settled(id)).toHaveLength(1);
    expect((await read('Leads', id))?.Description).toBe('Active');
  });

  test('with the values that each change had made, however fast they follow', async () => {
    await rule({
      trigger: 'edit',
      criteria: '(Rating:equals:Active)',
      actions: [update('Description', 'Was active')],
    });
    const id = await one('Leads', { Last_Name: 'Fast', Company: 'X' });
    await Promise.all([edit('Leads', id, { Rating: 'Active' }), edit('Leads', id, { Company: 'Z' })]);
    await edit('Leads', id, { Rating: 'Shut Down' });
    await acme.settled(id);
    expect(await read('Leads', id)).toMatchObject({ Rating: 'Shut Down', Description: 'Was active' });
  });

  test('on deletion, with the last values of the record', async () => {
    await rule({
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

  test('on deletion, by when and by whom the record was made and changed, not deleted', async () => {
    const created = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const aged = await one('Leads', { Last_Name: 'Aged', Company: 'Old' });
    const fresh = await one('Leads', { Last_Name: 'Fresh', Company: 'Old' });
    await t.database.pool.query(
      `update record set modified_by = $2, created_time = $3::date - 2, modified_time = $3::date - 1 where id = $1`,
      [aged, t.acme.users.rep, created],
    );
    await rule({
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
    await heard(fresh);
    expect((await acme.runs(`record_id=${fresh}`)).data).toEqual([]);
  });

  test.each([
    [{ trigger: [] }, 0],
    [{ trigger: ['approval'] }, 0],
    [{ trigger: ['workflow'] }, 1],
    [{}, 1],
  ])('as the write asks by %j: %i times', async (more, count) => {
    await rule({});
    const { body } = await send<{ data: { details: { id: string } }[] }>(t, token, 'POST', '/crm/v8/Leads', {
      data: [{ Last_Name: 'Asked', Company: 'X' }],
      ...more,
    });
    const id = body.data[0]?.details.id ?? '';
    await heard(id);
    expect(await acme.settled(id, count)).toHaveLength(count);
  });

  test('never when a delete says so', async () => {
    await rule({
      trigger: 'delete',
      actions: [{ type: 'create_record', module: 'Leads', values: { Last_Name: 'Never' } }],
    });
    const id = await one('Leads', { Last_Name: 'Quiet', Company: 'X' });
    await send(t, token, 'DELETE', `/crm/v8/Leads/${id}?wf_trigger=false`);
    await heard(id);
    expect((await acme.runs(`record_id=${id}`)).data).toEqual([]);
  });
});

describe('actions within the database', () => {
  test('make a task about the record for its owner, and a record with its values', async () => {
    await rule({
      module: 'Accounts',
      actions: [
        {
          type: 'task',
          subject: 'Welcome ${Account_Name}',
          due_in_days: 2,
          priority: 'High',
          assign_to: 'owner',
        },
        {
          type: 'create_record',
          module: 'Deals',
          values: {
            Deal_Name: 'First of ${Account_Name}',
            Stage: 'Qualification',
            Amount: '${Annual_Revenue}',
            Account_Name: '${id}',
          },
        },
      ],
    });
    const owner = { id: t.acme.users.rep };
    const id = await one('Accounts', { Account_Name: 'Taskful', Annual_Revenue: 1_234.5, Owner: owner });
    expect(await acme.settled(id)).toMatchObject([
      { status: 'done', actions: [{ status: 'done' }, { status: 'done' }] },
    ]);
    const tasks = await get<{ data: CrmRecord[] }>(
      t,
      token,
      '/crm/v8/Tasks/search?criteria=(Subject:equals:Welcome Taskful)',
    );
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
    const due = new Date(Date.parse(today) + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(tasks.body.data).toMatchObject([
      { Owner: owner, Priority: 'High', Due_Date: due, What_Id: { id } },
    ]);
    const deals = await get<{ data: CrmRecord[] }>(
      t,
      token,
      '/crm/v8/Deals/search?criteria=(Deal_Name:equals:First of Taskful)',
    );
    expect(deals.body.data).toMatchObject([{ Amount: 1_234.5, Account_Name: { id, name: 'Taskful' } }]);
  });

  test('one that the rules of the records refuse is told, and spoils no other', async () => {
    await one('Leads', { Last_Name: 'Taken', Company: 'X', Email: 'taken@x.test' });
    await rule({ actions: [update('Email', 'taken@x.test'), update('Description', 'Still')] });
    const id = await one('Leads', { Last_Name: 'Second', Company: 'X' });
    expect(await acme.settled(id)).toMatchObject([
      {
        status: 'failed',
        actions: [
          { status: 'failed', error: { code: 'DUPLICATE_DATA', message: 'Email: duplicate data' } },
          { status: 'done' },
        ],
      },
    ]);
    expect(await read('Leads', id)).toMatchObject({ Email: null, Description: 'Still' });
  });

  test('what failed is tried again when asked, what is done is not', async () => {
    const other = await one('Leads', { Last_Name: 'Holder', Company: 'X', Email: 'held@x.test' });
    await rule({
      actions: [
        update('Email', 'held@x.test'),
        { type: 'task', subject: 'Once for ${Last_Name}', due_in_days: 0, assign_to: 'owner' },
      ],
    });
    const id = await one('Leads', { Last_Name: 'Waiting', Company: 'X' });
    const [run] = await acme.settled(id);
    expect(run?.status).toBe('failed');
    expect((await globex.retry(run?.id ?? '')).status).toBe(404);
    await edit('Leads', other, { Email: null });
    expect((await acme.retry(run?.id ?? '')).body.status).toBe('waiting');
    expect(await acme.settled(id)).toMatchObject([{ status: 'done' }]);
    expect((await read('Leads', id))?.Email).toBe('held@x.test');
    const { body } = await get<{ data: CrmRecord[] }>(
      t,
      token,
      '/crm/v8/Tasks/search?criteria=(Subject:equals:Once for Waiting)',
    );
    expect(body.data).toHaveLength(1);
  });

  test('a rule does not set itself off, others do; rules in a circle are stopped and told', async () => {
    const own = await rule({
      trigger: 'edit',
      criteria: '(Company:equals:Alone)',
      actions: [update('Description', 'Edited')],
    });
    const alone = await one('Leads', { Last_Name: 'Alone', Company: 'X' });
    await edit('Leads', alone, { Company: 'Alone' });
    await acme.settled(alone);
    await heard(alone);
    expect((await acme.runs(`rule_id=${own}`)).data).toHaveLength(1);

    await rule({
      name: 'Ping',
      trigger: 'field_update',
      fields: ['Rating'],
      criteria: '(Company:equals:Round)',
      actions: [update('Lead_Status', '${Rating}')],
    });
    const circle = (name: string, from: string, field: string, value: string) =>
      rule({
        name,
        trigger: 'edit',
        criteria: `((Company:equals:Round)and(City:equals:${from}))`,
        actions: [update(field, value)],
      });
    await circle('There', 'A', 'City', 'B');
    await circle('Back', 'B', 'City', 'A');
    const id = await one('Leads', { Last_Name: 'Round', Company: 'Round', City: 'C' });
    await edit('Leads', id, { City: 'A' });
    const runs = await acme.settled(id, 11);
    expect(runs).toHaveLength(11);
    expect(runs[0]).toMatchObject({
      status: 'failed',
      actions: [{ status: 'failed', error: { code: 'loop' } }],
    });
    expect(runs.slice(1).every(({ status }) => status === 'done')).toBe(true);
  });

  test('the log is paged from the newest on, and told to nobody else', async () => {
    const id = await rule({ actions: [update('Description', 'Paged')] });
    const leads = await insert(
      t,
      token,
      'Leads',
      [1, 2, 3].map((n) => ({ Last_Name: `Page ${n}`, Company: 'X' })),
    );
    for (const lead of leads) await acme.settled(lead);
    const first = await acme.runs(`rule_id=${id}&limit=2`);
    expect(first.data).toHaveLength(2);
    const rest = await acme.runs(`rule_id=${id}&limit=2&cursor=${first.next_cursor}`);
    expect(rest).toMatchObject({ data: [{}], next_cursor: null });
    const ids = [...first.data, ...rest.data].map((run) => run.id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect((await globex.runs(`rule_id=${id}`)).data).toEqual([]);
    expect((await acme.rules()).find((each) => each.id === id)?.last_run_at).not.toBeNull();
  });
});
