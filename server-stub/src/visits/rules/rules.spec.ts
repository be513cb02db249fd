import type {
  FieldDescription,
  Problem,
  RoutingRule,
  RoutingRules,
  TriggerRule,
} from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let admin: string;
let agent: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  agent = await t.acme.token('agent');
});
afterAll(() => t.close());

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- an answer has no type of its own
const put = <T>(path: string, body: object, token = admin) => send<T>(t, token, 'PUT', path, body);
const routing = () => `/v1/portals/${t.acme.portalId}/routing-rules`;
const triggers = () => `/v1/portals/${t.acme.portalId}/triggers`;

interface Triggers {
  rules: TriggerRule[];
  revision: number;
}

const rule = (changes: Partial<RoutingRule> = {}): RoutingRule => ({
  name: 'Shoppers',
  active: true,
  criteria: '(Page_URL:contains:products)',
  route_to: 'all',
  action: 'notify',
  user_ids: [],
  group_ids: [],
  ...changes,
});
const trigger = (changes: Partial<TriggerRule> = {}): TriggerRule => ({
  name: 'Greet',
  active: true,
  criteria: null,
  action: { type: 'invite', text: 'Hello' },
  delay: 0,
  once_per: 'visit',
  ...changes,
});

describe('the fields of visitors', () => {
  test('[VIS-103] [VIS-125] are described as those of a module are', async () => {
    const { body } = await get<{ fields: FieldDescription[] }>(t, agent, '/v1/visitor-fields');
    const byName = new Map(body.fields.map((field) => [field.api_name, field]));
    expect(byName.get('Seconds_On_Page')).toMatchObject({ data_type: 'integer', json_type: 'integer' });
    expect(byName.get('Visitor_Type')?.pick_list_values.map((value) => value.actual_value)).toEqual([
      'Customer',
      'Potential',
      'Lead',
      'Contact',
      'Unknown',
    ]);
    expect(new Set(body.fields.map(({ id }) => id)).size).toBe(body.fields.length);
  });
});

describe('routing rules', () => {
  test('[VIS-100] [VIS-104] [VIS-107] are kept in their order, with their ids', async () => {
    const { body: before } = await get<RoutingRules>(t, admin, routing());
    expect(before).toMatchObject({ rules: [], route_rest: true });
    const rules = [rule(), rule({ name: 'Mine', route_to: 'named', user_ids: [t.acme.users.rep] })];
    const { status, body } = await put<RoutingRules>(routing(), { ...before, rules, route_rest: false });
    expect(status).toBe(200);
    expect(body).toMatchObject({ rules, route_rest: false, revision: before.revision + 1 });
    const [first, second] = body.rules;
    const turned = await put<RoutingRules>(routing(), { ...body, rules: [second, first] });
    expect(turned.body.rules).toEqual([second, first]);
  });

  test('are not written over changes that nobody has seen', async () => {
    const { body } = await get<RoutingRules>(t, admin, routing());
    const answers = await Promise.all([1, 2].map(() => put<Problem>(routing(), body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('conflict');
  });

  test('are refused by the path of what does not fit, and nothing is written', async () => {
    const { body: before } = await get<RoutingRules>(t, admin, routing());
    const refused = async (changes: Partial<RoutingRule>) => {
      const { status, body } = await put<Problem>(routing(), { ...before, rules: [rule(), rule(changes)] });
      return [status, body.errors?.[0]?.path];
    };
    expect(await refused({ criteria: '(Nothing:equals:1)' })).toEqual([400, '/rules/1/criteria']);
    expect(await refused({ criteria: '(Seconds_On_Page:equals:soon)' })).toEqual([400, '/rules/1/criteria']);
    expect(await refused({ criteria: '(Page_URL:contains' })).toEqual([400, '/rules/1/criteria']);
    expect(await refused({ route_to: 'named' })).toEqual([400, '/rules/1/user_ids']);
    expect(await refused({ user_ids: [t.globex.users.rep] })).toEqual([400, '/rules/1/user_ids']);
    expect(await refused({ group_ids: ['123456789012345678'] })).toEqual([400, '/rules/1/group_ids']);
    expect(await refused({ name: '  ' })).toEqual([400, '/rules/1/name']);
    expect(await refused({ id: '123456789012345678' })).toEqual([400, '/rules/1/id']);
    expect((await get<RoutingRules>(t, admin, routing())).body).toEqual(before);
  });

  test('belong to the administrators of their organization', async () => {
    const { body } = await get<RoutingRules>(t, admin, routing());
    expect((await put(routing(), body, agent)).status).toBe(403);
    expect((await get(t, agent, routing())).status).toBe(403);
    const globex = await t.globex.token();
    expect((await put(routing(), body, globex)).status).toBe(404);
    expect((await get(t, globex, routing())).status).toBe(404);
  });
});

describe('triggers', () => {
  test('[VIS-115] [VIS-126] [VIS-127] are kept with every kind of action', async () => {
    const { body: before } = await get<Triggers>(t, admin, triggers());
    const rules = [
      trigger(),
      trigger({ action: { type: 'open_chat' }, delay: 30, criteria: '(Seconds_On_Page:greater_than:20)' }),
      trigger({ action: { type: 'launcher', effect: 'animate' }, once_per: 'visitor' }),
      trigger({ action: { type: 'page', name: 'offer', data: { percent: 10 } }, active: false }),
    ];
    const { status, body } = await put<Triggers>(triggers(), { ...before, rules });
    expect(status).toBe(200);
    expect(body).toMatchObject({ rules, revision: before.revision + 1 });
    const wrong = await put<Problem>(triggers(), { ...body, rules: [trigger({ criteria: '(X:equals:1)' })] });
    expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([400, '/rules/0/criteria']);
    const own = trigger({ action: { type: 'page', name: 'crm.open' } });
    expect((await put<Problem>(triggers(), { ...body, rules: [own] })).status).toBe(400);
  });
});

describe('rings', () => {
  test('have criteria that make sense, until others are set', async () => {
    const { body } = await get<{ rings: (string | null)[]; defaults: unknown; may_change: boolean }>(
      t,
      agent,
      '/v1/visitor-rings',
    );
    expect(body.rings).toHaveLength(4);
    expect(body.rings[0]).toContain('Customer');
    expect([body.defaults, body.may_change]).toEqual([body.rings, false]);
    const { defaults } = body;
    const rings = ['(Visitor_Score:greater_than:50)', null, null, null];
    expect((await put('/v1/visitor-rings', { rings }, agent)).status).toBe(403);
    expect((await put('/v1/visitor-rings', { rings })).body).toEqual({ rings, defaults, may_change: true });
    expect((await get(t, agent, '/v1/visitor-rings')).body).toEqual({ rings, defaults, may_change: false });
    const wrong = await put<Problem>('/v1/visitor-rings', { rings: [null, '(X:equals:1)', null, null] });
    expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([400, '/rings/1']);
    const other = await get<{ rings: (string | null)[] }>(t, await t.globex.token(), '/v1/visitor-rings');
    expect(other.body.rings).not.toEqual(rings);
  });
});
