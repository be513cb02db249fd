import type { CrmRecord, WorkflowAction } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../testing/requests.js';
import { insert } from '../testing/sales.js';
import type { TestApp } from '../testing/test-app.js';
import { openTwoOffices, type WorkflowOffice } from '../testing/workflow-office.js';

let t: TestApp;
let token: string;
let acme: WorkflowOffice;
let globex: WorkflowOffice;
beforeAll(async () => ({ t, token, acme, globex } = await openTwoOffices()));
afterAll(() => t.close());

const update = (field: string, value: unknown): WorkflowAction => ({ type: 'field_update', field, value });

const one = async (module: string, row: object) => (await insert(t, token, module, [row]))[0] ?? '';
const read = async (module: string, id: string) =>
  (await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/${module}/${id}`)).body.data[0];
const edit = (module: string, id: string, row: object, more: object = {}) =>
  send(t, token, 'PUT', `/crm/v8/${module}/${id}`, { data: [row], ...more });

describe('a rule runs', () => {
  test('on creation, where its criteria hold, and in its own organization only', async () => {
    await acme.rule({
      criteria: '(Company:equals:Acme)',
      actions: [update('Description', 'Hello ${Last_Name}')],
    });
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
    await acme.heard(miss ?? '');
    await acme.heard(elsewhere);
    expect((await acme.runs(`record_id=${miss}`)).data).toEqual([]);
    expect((await globex.runs()).data).toEqual([]);
  });

  test('on the update of a field that it names, not of others', async () => {
    await acme.rule({
      trigger: 'field_update',
      fields: ['Rating'],
      actions: [update('Description', '${Rating}')],
    });
    const id = await one('Leads', { Last_Name: 'Field', Company: 'X' });
    await edit('Leads', id, { Company: 'Y' });
    await acme.heard(id);
    await edit('Leads', id, { Rating: 'Active' });
    expect(await acme.settled(id)).toHaveLength(1);
    expect((await read('Leads', id))?.Description).toBe('Active');
  });

  test('with the values that each change had made, however fast they follow', async () => {
    await acme.rule({
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

  test.each([
    [{ trigger: [] }, 0],
    [{ trigger: ['approval'] }, 0],
    [{ trigger: ['workflow'] }, 1],
    [{}, 1],
  ])('as the write asks by %j: %i times', async (more, count) => {
    await acme.rule({});
    const { body } = await send<{ data: { details: { id: string } }[] }>(t, token, 'POST', '/crm/v8/Leads', {
      data: [{ Last_Name: 'Asked', Company: 'X' }],
      ...more,
    });
    const id = body.data[0]?.details.id ?? '';
    await acme.heard(id);
    expect(await acme.settled(id, count)).toHaveLength(count);
  });
});

describe('actions within the database', () => {
  test('make a task about the record for its owner, and a record with its values', async () => {
    await acme.rule({
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
    await acme.rule({ actions: [update('Email', 'taken@x.test'), update('Description', 'Still')] });
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
    await acme.rule({
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
    const own = await acme.rule({
      trigger: 'edit',
      criteria: '(Company:equals:Alone)',
      actions: [update('Description', 'Edited')],
    });
    const alone = await one('Leads', { Last_Name: 'Alone', Company: 'X' });
    await edit('Leads', alone, { Company: 'Alone' });
    await acme.settled(alone);
    await acme.heard(alone);
    expect((await acme.runs(`rule_id=${own}`)).data).toHaveLength(1);

    await acme.rule({
      name: 'Ping',
      trigger: 'field_update',
      fields: ['Rating'],
      criteria: '(Company:equals:Round)',
      actions: [update('Lead_Status', '${Rating}')],
    });
    const circle = (name: string, from: string, field: string, value: string) =>
      acme.rule({
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
    const id = await acme.rule({ actions: [update('Description', 'Paged')] });
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
