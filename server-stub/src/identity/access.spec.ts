import type { CrmRecord, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { get, send } from '../testing/requests.js';
import { createTestApp, type TestApp, type TestOrg } from '../testing/test-app.js';

type UserKey = keyof TestOrg['users'];
type Action = 'view' | 'create' | 'edit' | 'delete';
interface Written {
  data?: WriteRow[];
  code?: string;
}
interface Profile {
  id: string;
  name: string;
  permissions_details: { id: string; name: string; module: string | null }[];
}

let t: TestApp;
const tokens = {} as Record<UserKey, string>;
beforeAll(async () => {
  t = await createTestApp();
  for (const key of Object.keys(t.acme.users) as UserKey[]) tokens[key] = await t.acme.token(key);
});
afterAll(() => t.close());

const PROFILES = '/crm/v8/settings/profiles';
const profiles = async () => (await get<{ profiles: Profile[] }>(t, tokens.admin, PROFILES)).body.profiles;

/** What a module needs to be written. */
const samples: Record<string, object> = {
  Leads: { Last_Name: 'Sample' },
  Contacts: { Last_Name: 'Sample' },
  Accounts: { Account_Name: 'Sample' },
  Deals: { Deal_Name: 'Sample', Stage: 'Qualification' },
  Tasks: { Subject: 'Sample' },
  Events: {
    Event_Title: 'Sample',
    Start_DateTime: '2026-01-02T03:04:05+00:00',
    End_DateTime: '2026-01-02T04:04:05+00:00',
  },
  Products: { Product_Name: 'Sample' },
};
const modules = Object.keys(samples);
let made = 0;
/** Names of accounts and products are unique. */
const sample = (module: string) => {
  const row = samples[module] as Record<string, string>;
  const name = Object.keys(row)[0] ?? '';
  return { ...row, [name]: `${row[name]} ${++made}` };
};

const create = (module: string, as: UserKey, row: object = {}) =>
  send<Written>(t, tokens[as], 'POST', `/crm/v8/${module}`, { data: [{ ...sample(module), ...row }] });
const created = async (module: string, as: UserKey) =>
  String((await create(module, as)).body.data?.[0]?.details.id);
const edit = (module: string, id: string, as: UserKey) =>
  send<Written>(t, tokens[as], 'PUT', `/crm/v8/${module}/${id}`, { data: [{ Description: 'Edited' }] });
const remove = (module: string, id: string, as: UserKey) =>
  send<Written>(t, tokens[as], 'DELETE', `/crm/v8/${module}/${id}`);
const read = async (module: string, id: string, as: UserKey) =>
  (await get(t, tokens[as], `/crm/v8/${module}/${id}`)).status;
const listed = async (module: string, as: UserKey, token = tokens[as]) =>
  (await get<{ data: CrmRecord[] } | undefined>(t, token, `/crm/v2/${module}`)).body?.data.map(
    ({ id }) => id,
  ) ?? [];
const share = async (module: string, type: string) => {
  const rows = { data_sharing: [{ share_type: type, module: { api_name: module } }] };
  expect((await send(t, tokens.admin, 'PUT', '/crm/v8/settings/data_sharing', rows)).status).toBe(200);
};
const outcome = ({ status, body }: { status: number; body: Written }) =>
  `${status} ${body.data?.[0]?.code ?? body.code}`;

/** A profile that allows but some actions, in all modules. */
async function profileOf(actions: Action[]): Promise<string> {
  const standard = (await profiles()).find(({ name }) => name === 'Standard')!;
  const { permissions_details: all } = (
    await get<{ profiles: Profile[] }>(t, tokens.admin, `${PROFILES}/${standard.id}`)
  ).body.profiles[0]!;
  const allowed = new Set(actions.map((action) => action.toLowerCase()));
  const changes = all
    .filter(({ module }) => module !== null)
    .map(({ id, name }) => ({ id, enabled: allowed.has(name.split('_')[2]!.toLowerCase()) }));
  const { body } = await send<{ profiles: WriteRow[] }>(
    t,
    tokens.admin,
    'POST',
    `${PROFILES}/${standard.id}/actions/clone`,
    {
      profiles: [{ name: actions.join(' ') || 'nothing', permissions_details: changes }],
    },
  );
  return String(body.profiles[0]?.details.id);
}

const assign = (key: UserKey, profile: string) =>
  send(t, tokens.admin, 'PUT', `/crm/v8/users/${t.acme.users[key]}`, { users: [{ profile }] });

describe.each<[string, Action[]]>([
  ['everything', ['view', 'create', 'edit', 'delete']],
  ['to view', ['view']],
  ['to create', ['view', 'create']],
  ['to edit', ['view', 'edit']],
  ['to delete', ['view', 'delete']],
  ['nothing', []],
])('a profile that allows %s', (_name, actions) => {
  beforeAll(async () => {
    expect((await assign('rep', await profileOf(actions))).status).toBe(200);
    for (const module of modules) await share(module, 'public');
  });
  const may = (action: Action) => actions.includes(action);
  const NO = '403 NO_PERMISSION';

  test.each(modules)('%s', async (module) => {
    const id = await created(module, 'admin');
    expect(await read(module, id, 'rep')).toBe(may('view') ? 200 : 403);
    expect((await get(t, tokens.rep, `/crm/v2/${module}`)).status).toBe(may('view') ? 200 : 403);
    expect(outcome(await create(module, 'rep'))).toBe(may('create') ? '201 SUCCESS' : NO);
    expect(outcome(await edit(module, id, 'rep'))).toBe(may('edit') ? '200 SUCCESS' : NO);
    expect(outcome(await remove(module, id, 'rep'))).toBe(may('delete') ? '200 SUCCESS' : NO);
    expect(await read(module, id, 'admin')).toBe(may('delete') ? 204 : 200);
  });

  test('[VIS-33] Visits are looked at, never written', async () => {
    expect((await get(t, tokens.rep, '/crm/v2/Visits')).status).toBe(may('view') ? 204 : 403);
    const answer = await send<Written>(t, tokens.rep, 'POST', '/crm/v8/Visits', {
      data: [{ Browser: 'Lynx' }],
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('rows', () => {
  const owners: UserKey[] = ['admin', 'manager', 'rep', 'agent'];
  const records = {} as Record<UserKey, string>;
  beforeAll(async () => {
    const standard = (await profiles()).find(({ name }) => name === 'Standard')!;
    await assign('rep', standard.id);
    for (const key of owners) records[key] = await created('Deals', key);
  });
  beforeEach(() => share('Deals', 'private'));
  const seenBy = async (as: UserKey) => {
    const ids = new Set(await listed('Deals', as));
    return owners.filter((key) => ids.has(records[key]));
  };

  test('of a private module are seen by their owners and the roles above', async () => {
    expect(await seenBy('admin')).toEqual(owners);
    expect(await seenBy('manager')).toEqual(['manager', 'rep']);
    expect(await seenBy('rep')).toEqual(['rep']);
    expect(await seenBy('agent')).toEqual(['agent']);
    expect(await read('Deals', records.rep, 'manager')).toBe(200);
    expect(await read('Deals', records.manager, 'rep')).toBe(204);
  });

  test.each([
    ['private', [204, '400 INVALID_DATA', '400 INVALID_DATA']],
    ['public_read_only', [200, '400 INVALID_DATA', '400 INVALID_DATA']],
    ['public_read_write', [200, '200 SUCCESS', '400 INVALID_DATA']],
    ['public', [200, '200 SUCCESS', '200 SUCCESS']],
  ])('of others in a module that is %s: read, edit, delete', async (type, expected) => {
    await share('Deals', type);
    const id = await created('Deals', 'manager');
    const did = [
      await read('Deals', id, 'agent'),
      outcome(await edit('Deals', id, 'agent')),
      outcome(await remove('Deals', id, 'agent')),
    ];
    expect(did).toEqual(expected);
  });

  test('are edited and deleted by the roles above, too', async () => {
    const id = await created('Deals', 'rep');
    expect(outcome(await edit('Deals', id, 'manager'))).toBe('200 SUCCESS');
    expect(outcome(await remove('Deals', id, 'manager'))).toBe('200 SUCCESS');
  });

  test('are shared with peers where the role says so', async () => {
    const role = (
      await get<{ roles: { id: string; name: string }[] }>(t, tokens.admin, '/crm/v8/settings/roles')
    ).body.roles.find(({ name }) => name === 'Support')!;
    const peers = (shared: boolean) =>
      send(t, tokens.admin, 'PUT', `/crm/v8/settings/roles/${role.id}`, {
        roles: [{ share_with_peers: shared }],
      });
    expect(await seenBy('light')).toEqual([]);
    await peers(true);
    expect(await seenBy('light')).toEqual(['agent']);
    await peers(false);
    expect(await seenBy('light')).toEqual([]);
  });

  test('follow a user who changes roles', async () => {
    const read = async (key: UserKey) =>
      (
        await get<{ users: { role: { id: string } }[] }>(
          t,
          tokens.admin,
          `/crm/v8/users/${t.acme.users[key]}`,
        )
      ).body.users[0]!.role;
    const move = (role: { id: string }) =>
      send(t, tokens.admin, 'PUT', `/crm/v8/users/${t.acme.users.agent}`, { users: [{ role }] });
    const before = await read('agent');
    await move(await read('rep'));
    expect(await seenBy('manager')).toEqual(['manager', 'rep', 'agent']);
    await move(before);
    expect(await seenBy('manager')).toEqual(['manager', 'rep']);
  });

  test('of another organization are nobody’s business', async () => {
    await share('Deals', 'public');
    const globex = await t.globex.token();
    expect(await listed('Deals', 'admin', globex)).toEqual([]);
    expect((await get(t, globex, `/crm/v8/Deals/${records.admin}`)).status).toBe(204);
    const answer = await send<Written>(t, globex, 'DELETE', `/crm/v8/Deals/${records.admin}`);
    expect(outcome(answer)).toBe('400 INVALID_DATA');
    expect(await read('Deals', records.admin, 'admin')).toBe(200);
  });
});
