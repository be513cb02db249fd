import type { WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp, type TestOrg } from '../../testing/test-app.js';

interface Named {
  id: string;
  name: string;
}
interface Group extends Named {
  sources: { type: string; source: Named; subordinates: boolean }[];
  sources_count: Record<string, number>;
}
interface Written {
  user_groups?: WriteRow[];
  territories?: WriteRow[];
  users?: WriteRow[];
  code?: string;
}

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
});
afterAll(() => t.close());

const GROUPS = '/crm/v8/settings/user_groups';
const TERRITORIES = '/crm/v8/settings/territories';
const codes = ({ status, body }: { status: number; body: Written }) => [
  status,
  ...((body.user_groups ?? body.territories ?? body.users)?.map(({ code }) => code) ?? [body.code]),
];
const group = (name: string, sources: object[], token = admin) =>
  send<Written>(t, token, 'POST', GROUPS, { user_groups: [{ name, sources }] });
const made = async (name: string, sources: object[]) =>
  String((await group(name, sources)).body.user_groups?.[0]?.details.id);
const user = (key: keyof TestOrg['users']) => ({ type: 'users', source: { id: t.acme.users[key] } });
const inGroup = (id: string) => ({ type: 'groups', source: { id } });
const roleId = async (name: string) =>
  (await get<{ roles: Named[] }>(t, admin, '/crm/v8/settings/roles')).body.roles.find(
    (role) => role.name === name,
  )!.id;
const members = async (id: string) =>
  (
    await get<{ associated_users: { email: string }[] } | undefined>(
      t,
      admin,
      `${GROUPS}/${id}/associated_users`,
    )
  ).body?.associated_users.map(({ email }) => email.split('@')[0]) ?? [];
const groupsOf = async (key: keyof TestOrg['users']) =>
  (
    await get<{ user_groups: Named[] } | undefined>(
      t,
      admin,
      `/crm/v8/users/${t.acme.users[key]}/actions/associated_groups`,
    )
  ).body?.user_groups.map(({ name }) => name) ?? [];
const territory = async (name: string, more: object = {}) =>
  send<Written>(t, admin, 'POST', TERRITORIES, { territories: [{ name, ...more }] });

describe('groups', () => {
  test('draw members from users, roles, roles with subordinates and other groups', async () => {
    const people = await made('People', [user('agent'), user('guest')]);
    const role = await made('Managers', [{ type: 'roles', source: { id: await roleId('Sales Manager') } }]);
    const below = await made('Sales', [
      { type: 'roles', source: { id: await roleId('Sales Manager') }, subordinates: true },
    ]);
    const both = await made('Everybody', [inGroup(people), inGroup(below)]);
    const outer = await made('Outer', [inGroup(both), user('admin')]);
    expect(await members(people)).toEqual(['agent', 'guest']);
    expect(await members(role)).toEqual(['manager']);
    expect(await members(below)).toEqual(['manager', 'rep']);
    expect(await members(outer)).toEqual(['admin', 'agent', 'guest', 'manager', 'rep']);
    expect(await groupsOf('rep')).toEqual(['Sales', 'Everybody', 'Outer']);
    expect(await groupsOf('manager')).toEqual(['Managers', 'Sales', 'Everybody', 'Outer']);
    expect(await groupsOf('light')).toEqual([]);
  });

  test('draw members from territories, and from those below them', async () => {
    const europe = String((await territory('Europe')).body.territories?.[0]?.details.id);
    const france = String(
      (await territory('France', { reporting_to: { id: europe } })).body.territories?.[0]?.details.id,
    );
    await send(t, admin, 'PUT', `${TERRITORIES}/${france}/users`, { users: [{ id: t.acme.users.light }] });
    await send(t, admin, 'PUT', `${TERRITORIES}/${europe}/users`, { users: [{ id: t.acme.users.agent }] });
    const source = { type: 'territories', source: { id: europe } };
    const alone = await made('Europe alone', [source]);
    const whole = await made('Europe whole', [{ ...source, sub_territories: true }]);
    expect([await members(alone), await members(whole)]).toEqual([['agent'], ['agent', 'light']]);
    expect(await groupsOf('light')).toEqual(['Europe whole']);
    expect(codes(await send(t, admin, 'DELETE', `${TERRITORIES}/${europe}`))).toEqual([400, 'NOT_ALLOWED']);
    expect(
      codes(await send(t, admin, 'DELETE', `${TERRITORIES}/${france}/users?ids=${t.acme.users.light}`)),
    ).toEqual([200, 'SUCCESS']);
    expect(await members(whole)).toEqual(['agent']);
    expect(codes(await send(t, admin, 'DELETE', `${TERRITORIES}/${france}`))).toEqual([200, 'SUCCESS']);
  });

  test('are read with their sources, changed and deleted', async () => {
    const inner = await made('Inner', [user('rep')]);
    const id = await made('Whole', [inGroup(inner), user('agent')]);
    const read = async () =>
      (await get<{ user_groups: Group[] }>(t, admin, `${GROUPS}/${id}`)).body.user_groups[0]!;
    expect(await read()).toMatchObject({
      name: 'Whole',
      sources_count: { users: 1, groups: 1, roles: 0, territories: 0 },
      sources: [
        { type: 'groups', source: { id: inner, name: 'Inner' } },
        { type: 'users', source: { name: 'Noah Bernard' } },
      ],
    });
    expect(
      codes(await send(t, admin, 'PUT', `${GROUPS}/${id}`, { user_groups: [{ name: 'Part' }] })),
    ).toEqual([200, 'SUCCESS']);
    expect((await read()).sources).toHaveLength(2);
    expect(codes(await send(t, admin, 'DELETE', `${GROUPS}/${inner}`))).toEqual([200, 'SUCCESS']);
    expect(await read()).toMatchObject({ name: 'Part', sources_count: { groups: 0 } });
    expect((await get(t, admin, `${GROUPS}/${inner}`)).status).toBe(204);
    const listed = await get<{ user_groups: Group[]; info: object }>(
      t,
      admin,
      `${GROUPS}?name=PAR&per_page=1`,
    );
    expect(listed.body).toMatchObject({
      user_groups: [{ name: 'Part' }],
      info: { count: 1, more_records: false },
    });
  });

  test('are in no group that is in them', async () => {
    const a = await made('A', [user('rep')]);
    const b = await made('B', [inGroup(a)]);
    const c = await made('C', [inGroup(b)]);
    const update = (id: string, source: string) =>
      send<Written>(t, admin, 'PUT', `${GROUPS}/${id}`, { user_groups: [{ sources: [inGroup(source)] }] });
    expect(codes(await update(a, c))).toEqual([400, 'INVALID_DATA']);
    expect(codes(await update(a, a))).toEqual([400, 'INVALID_DATA']);
    const [d, e] = [await made('D', [user('rep')]), await made('E', [user('rep')])];
    const both = await Promise.all([update(d, e), update(e, d)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('refuse what is wrong, and what belongs to another organization', async () => {
    const cases: [object[], string][] = [
      [[], 'MANDATORY_NOT_FOUND'],
      [[{ type: 'planets', source: { id: '1' } }], 'INVALID_DATA'],
      [[{ type: 'users' }], 'MANDATORY_NOT_FOUND'],
      [[{ type: 'users', source: { id: t.globex.users.rep } }], 'INVALID_DATA'],
      [[{ type: 'roles', source: { id: t.acme.users.rep } }], 'INVALID_DATA'],
      [[{ type: 'roles', source: { id: await roleId('CEO') }, subordinates: 'all' }], 'INVALID_DATA'],
    ];
    for (const [sources, expected] of cases)
      expect(codes(await group('Wrong', sources)), JSON.stringify(sources)).toEqual([400, expected]);
    const globex = await t.globex.token();
    const id = await made('Ours', [user('rep')]);
    expect((await get(t, globex, GROUPS)).status).toBe(204);
    expect((await get(t, globex, `${GROUPS}/${id}/associated_users`)).status).toBe(204);
    expect(codes(await send(t, globex, 'DELETE', `${GROUPS}/${id}`))).toEqual([400, 'INVALID_DATA']);
    expect(codes(await group('ours', [user('rep')]))).toEqual([400, 'DUPLICATE_DATA']);
  });

  test('[FEED-37] are made by those whose profile has Manage Groups', async () => {
    const source = [user('rep')];
    expect(codes(await group('Guests', source, await t.acme.token('guest')))).toEqual([403, 'NO_PERMISSION']);
    expect(codes(await group('Agents', source, await t.acme.token('agent')))).toEqual([201, 'SUCCESS']);
  });
});

describe('territories', () => {
  test('are made by those who manage them, under no territory of their own', async () => {
    const agent = await t.acme.token('agent');
    expect(codes(await send(t, agent, 'POST', TERRITORIES, { territories: [{ name: 'Mine' }] }))).toEqual([
      403,
      'NO_PERMISSION',
    ]);
    const asia = String(
      (await territory('Asia', { manager: t.acme.users.manager, permission_type: 'read_write_delete' })).body
        .territories?.[0]?.details.id,
    );
    const read = await get<{ territories: object[] }>(t, admin, `${TERRITORIES}/${asia}`);
    expect(read.body.territories[0]).toMatchObject({
      name: 'Asia',
      api_name: 'Asia',
      manager: { name: 'Mona Fischer' },
      permission_type: 'read_write_delete',
      reporting_to: null,
    });
    const japan = String(
      (await territory('Japan', { reporting_to: asia })).body.territories?.[0]?.details.id,
    );
    expect(
      codes(
        await send(t, admin, 'PUT', `${TERRITORIES}/${asia}`, {
          territories: [{ reporting_to: { id: japan } }],
        }),
      ),
    ).toEqual([400, 'INVALID_DATA']);
    expect(codes(await territory('asia'))).toEqual([400, 'DUPLICATE_DATA']);
    expect(codes(await territory('Mars', { permission_type: 'all' }))).toEqual([400, 'INVALID_DATA']);
    expect((await get(t, await t.globex.token(), TERRITORIES)).status).toBe(204);
  });
});
