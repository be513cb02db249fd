import type { WorkflowAction, WorkflowModule } from '@crm-elements/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../testing/requests.js';
import type { TestApp } from '../testing/test-app.js';
import { openTwoOffices, openWorkflowOffice, type WorkflowOffice } from '../testing/workflow-office.js';

let t: TestApp;
let token: string;
let acme: WorkflowOffice;
let globex: WorkflowOffice;
beforeAll(async () => ({ t, token, acme, globex } = await openTwoOffices()));
afterAll(() => t.close());

describe('workflow rules', () => {
  test('are made, listed, changed and deleted, each organization its own', async () => {
    const { status, body: made } = await acme.make({ name: 'Greet', description: 'Says hello' });
    expect(status).toBe(201);
    expect(made).toMatchObject({
      name: 'Greet',
      description: 'Says hello',
      fields: [],
      modified_by: { id: t.acme.users.admin, name: 'Ada Martin' },
      last_run_at: null,
    });
    expect(await acme.rules()).toEqual([made]);
    expect(await globex.rules()).toEqual([]);
    expect((await globex.change(made.id, { name: 'Mine' })).status).toBe(404);
    expect((await globex.remove(made.id)).status).toBe(404);
    const changed = await acme.change(made.id, { name: 'Welcome', active: false });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Welcome', active: false, description: '' } });
    expect((await acme.remove(made.id)).status).toBe(204);
    expect((await acme.remove(made.id)).status).toBe(404);
    expect(await acme.rules()).toEqual([]);
  });

  test('a repeat with the same client id is answered with the first rule', async () => {
    const clientId = randomUUID();
    const first = await acme.make({ name: 'Once' }, clientId);
    expect(await acme.make({ name: 'Twice' }, clientId)).toEqual(first);
    expect(await acme.rules()).toHaveLength(1);
    await acme.remove(first.body.id);
  });

  test('only who may manage automation sees or makes them', async () => {
    const agent = await t.acme.token('agent');
    for (const path of ['workflow-rules', 'workflow-runs', 'workflow-modules', 'workflow-signing-key'])
      expect((await get(t, agent, `/v1/${path}`)).status, path).toBe(403);
    expect((await openWorkflowOffice(t, agent).make({})).status).toBe(403);
    const profiles = await get<{ profiles: { id: string; name: string }[] }>(
      t,
      token,
      '/crm/v8/settings/profiles',
    );
    const standard = profiles.body.profiles.find(({ name }) => name === 'Standard')?.id ?? '';
    const { body } = await get<{ profiles: { permissions_details: { id: string; name: string }[] }[] }>(
      t,
      token,
      `/crm/v8/settings/profiles/${standard}`,
    );
    const right = body.profiles[0]?.permissions_details.find(
      ({ name }) => name === 'Crm_Implied_Manage_Automation',
    );
    const grant = (enabled: boolean) =>
      send(t, token, 'PUT', `/crm/v8/settings/profiles/${standard}`, {
        profiles: [{ permissions_details: [{ id: right?.id, enabled }] }],
      });
    expect((await grant(true)).status).toBe(200);
    expect((await get(t, agent, '/v1/workflow-rules')).status).toBe(200);
    await grant(false);
    expect((await get(t, agent, '/v1/workflow-rules')).status).toBe(403);
  });

  test('modules tell which triggers and actions they allow: visits only begin', async () => {
    const { body } = await get<{ data: WorkflowModule[] }>(t, token, '/v1/workflow-modules');
    const byName = new Map(body.data.map((module) => [module.api_name, module]));
    expect(byName.get('Leads')).toMatchObject({ label: 'Leads', has_email: true });
    expect(byName.get('Leads')?.triggers).toContain('delete');
    expect(byName.get('Visits')).toMatchObject({ triggers: ['create'], has_email: true });
    expect(byName.get('Visits')?.actions).not.toContain('field_update');
    expect(byName.has('Notes')).toBe(false);
    expect(byName.has('Attachments')).toBe(false);
  });
});

const update = (field: string, value: unknown): WorkflowAction => ({ type: 'field_update', field, value });
const mail = (subject: string, to: 'record' | 'owner' = 'owner'): WorkflowAction => ({
  type: 'email_alert',
  to: [to],
  subject,
  body: 'x',
});

describe('a rule that does not fit is refused at the field', () => {
  test.each([
    ['module', { module: 'Nowhere' }],
    ['module', { module: 'Notes' }],
    ['name', { name: '  ' }],
    [
      'trigger',
      {
        module: 'Visits',
        trigger: 'edit',
        actions: [{ type: 'webhook', url: 'http://a.test/', method: 'POST' }],
      },
    ],
    ['fields[1]', { trigger: 'field_update', fields: ['Last_Name', 'Nothing'] }],
    ['criteria', { criteria: '(Last_Name:equals' }],
    ['criteria', { criteria: '(Nothing:equals:3)' }],
    ['criteria', { criteria: '(Annual_Revenue:equals:much)' }],
    ['criteria', { criteria: '(Annual_Revenue:starts_with:3)' }],
    ['actions[0].field', { actions: [update('Nothing', 1)] }],
    ['actions[0].field', { actions: [update('Created_Time', null)] }],
    ['actions[1].value', { actions: [update('Rating', 'Active'), update('Rating', 'Unheard of')] }],
    ['actions[0].value', { actions: [update('Annual_Revenue', 'much')] }],
    ['actions[0].value', { actions: [update('Last_Name', '')] }],
    ['actions[0].value', { actions: [update('Last_Name', '${Nothing}')] }],
    ['actions[0].value', { actions: [update('Owner', { id: '123456789012345678' })] }],
    ['actions[0].subject', { actions: [mail('Dear ${Nobody}')] }],
    ['actions[0].to[0]', { module: 'Deals', actions: [mail('x', 'record')] }],
    ['actions[0].url', { actions: [{ type: 'webhook', url: 'ftp://a.test/', method: 'POST' }] }],
    [
      'actions[0].values.a',
      { actions: [{ type: 'webhook', url: 'http://a.test/', method: 'POST', values: { a: '${X}' } }] },
    ],
    ['actions[0].module', { actions: [{ type: 'create_record', module: 'Visits', values: {} }] }],
    [
      'actions[0].values.Stage',
      { actions: [{ type: 'create_record', module: 'Deals', values: { Deal_Name: '${Company}' } }] },
    ],
    [
      'actions[0].values.Amount',
      {
        actions: [
          {
            type: 'create_record',
            module: 'Deals',
            values: { Deal_Name: 'x', Stage: 'Closed Won', Amount: 'y' },
          },
        ],
      },
    ],
    [
      'actions[0].assign_to',
      { actions: [{ type: 'task', subject: 'x', due_in_days: 0, assign_to: '123456789012345678' }] },
    ],
    [
      'actions[0].priority',
      { actions: [{ type: 'task', subject: 'x', due_in_days: 0, assign_to: 'owner', priority: 'Soon' }] },
    ],
    ['actions[0].type', { module: 'Visits', actions: [update('Browser', 'x')] }],
  ] as [string, Parameters<WorkflowOffice['make']>[0]][])('%s of %j', async (path, rule) => {
    const { status, body } = await acme.make(rule);
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body.errors?.map((error) => error.path)).toEqual([path]);
    expect(await acme.rules()).toEqual([]);
  });

  test('everything that is wrong is named at once', async () => {
    const { body } = await acme.make({ criteria: '(', actions: [update('Nothing', 1), mail('${Nothing}')] });
    expect(body.errors?.map(({ path }) => path)).toEqual([
      'criteria',
      'actions[0].field',
      'actions[1].subject',
    ]);
  });

  test('users of another organization are nobody here', async () => {
    const task = { type: 'task', subject: 'x', due_in_days: 0, assign_to: t.globex.users.rep } as const;
    expect((await acme.make({ actions: [task] })).body.errors?.[0]?.path).toBe('actions[0].assign_to');
  });

  test('what fits is taken: merge fields of the record, of its owner and of what it leads to', async () => {
    const { status, body } = await acme.make({
      module: 'Deals',
      criteria: '((Stage:equals:Closed Won)and(Amount:greater_than:100))',
      actions: [
        mail('${Deal_Name} of ${Account_Name.Phone} for ${Owner.name}'),
        update('Next_Step', '${Stage}'),
      ],
    });
    expect(status).toBe(201);
    await acme.remove(body.id);
  });
});
