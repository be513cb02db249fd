import type { WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface User {
  id: string;
  email: string;
  full_name: string;
  status: string;
  profile: { id: string; name: string };
  role: { id: string; name: string };
  Reporting_To: { id: string } | null;
  time_zone: string;
}
interface Users {
  users: User[];
  info: { count: number; more_records: boolean };
}
interface Written {
  users: WriteRow[];
}

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
});
afterAll(() => t.close());

const list = async (query: string, token = admin) =>
  (await get<Users | undefined>(t, token, `/crm/v8/users?${query}`)).body?.users.map(({ email }) => email) ??
  [];
const read = async (id: string) => (await get<Users>(t, admin, `/crm/v8/users/${id}`)).body.users[0]!;
const add = (row: object, token = admin) =>
  send<Written & { code: string }>(t, token, 'POST', '/crm/v8/users', { users: [row] });
const update = (id: string, row: object, token = admin) =>
  send<Written & { code: string }>(t, token, 'PUT', `/crm/v8/users/${id}`, { users: [row] });
const code = ({ status, body }: { status: number; body: Partial<Written> & { code?: string } }) => [
  status,
  body.users?.[0]?.code ?? body.code,
];
async function someone(email: string): Promise<{ row: Record<string, unknown>; id: string }> {
  const like = await read(t.acme.users.rep);
  const row = {
    last_name: 'New',
    email,
    role: { id: like.role.id, name: like.role.name },
    profile: like.profile.id,
  };
  const { body } = await add(row);
  return { row, id: String(body.users[0]?.details.id) };
}

describe('reading users', () => {
  test.each([
    ['type=AllUsers', ['admin', 'agent', 'light', 'guest', 'manager', 'rep']],
    ['type=AdminUsers', ['admin']],
    ['type=activeconfirmedadmins', ['admin']],
    ['type=CurrentUser', ['admin']],
    ['type=DeletedUsers', []],
    ['per_page=2&page=2', ['light', 'guest']],
  ])('%s', async (query, expected) => {
    expect(await list(query)).toEqual(expected.map((name) => `${name}@acme.test`));
  });

  test('by roles: those below, those right below, those above', async () => {
    const manager = await t.acme.token('manager');
    expect(await list('type=SubordinateRoleUsers', manager)).toEqual(['rep@acme.test']);
    expect(await list('type=ParentRoleUsers', manager)).toEqual(['admin@acme.test']);
    expect(await list('type=ChildRoleUsers', manager)).toEqual(['rep@acme.test']);
    expect((await list('type=SubordinateRoleUsers')).length).toBe(5);
  });

  test('one, in the shape that clients know; others’ are not there', async () => {
    expect(await read(t.acme.users.admin)).toMatchObject({
      email: 'admin@acme.test',
      full_name: 'Ada Martin',
      status: 'active',
      confirm: true,
      zuid: t.acme.users.admin,
      profile: { name: 'Administrator' },
      role: { name: 'CEO' },
      time_zone: 'Europe/Paris',
    });
    expect(await get(t, admin, `/crm/v2/users/${t.globex.users.admin}`)).toEqual({
      status: 204,
      body: undefined,
    });
    expect((await get(t, admin, '/crm/v8/users/abc')).status).toBe(400);
    expect((await get(t, admin, '/crm/v8/users?type=Nobody')).status).toBe(400);
  });
});

describe('writing users', () => {
  test('adds, changes, deactivates, activates, deletes', async () => {
    const { id } = await someone('new@acme.test');
    const before = await read(id);
    expect(before).toMatchObject({
      email: 'new@acme.test',
      status: 'active',
      role: { name: 'Sales Representative' },
    });
    expect(
      code(
        await update(id, { first_name: 'Nina', time_zone: 'Asia/Dubai', Reporting_To: t.acme.users.manager }),
      ),
    ).toEqual([200, 'SUCCESS']);
    expect(await read(id)).toMatchObject({
      full_name: 'Nina New',
      time_zone: 'Asia/Dubai',
      Reporting_To: { id: t.acme.users.manager },
    });
    await update(id, { status: 'inactive' });
    expect(await list('type=DeactiveUsers')).toEqual(['new@acme.test']);
    await update(id, { status: 'active' });
    expect((await read(id)).status).toBe('active');
    expect(code(await send(t, admin, 'DELETE', `/crm/v8/users/${id}`))).toEqual([200, 'SUCCESS']);
    expect(await list('type=DeletedUsers')).toEqual(['new@acme.test']);
    expect(await list('type=AllUsers')).not.toContain('new@acme.test');
    expect(code(await update(id, { first_name: 'x' }))).toEqual([400, 'INVALID_REQUEST']);
  });

  test('refuses what is wrong, in Zoho’s words', async () => {
    const { row } = await someone('wrong@acme.test');
    const cases: [object, string, string?][] = [
      [{ ...row, email: 'WRONG@acme.test' }, 'DUPLICATE_DATA'],
      [{ ...row, email: 'nonsense' }, 'INVALID_DATA', 'email'],
      [{ ...row, email: undefined }, 'MANDATORY_NOT_FOUND', 'email'],
      [{ ...row, email: 'a@x.test', last_name: '' }, 'MANDATORY_NOT_FOUND', 'last_name'],
      [{ ...row, email: 'a@x.test', last_name: 'x'.repeat(51) }, 'INVALID_DATA', 'last_name'],
      [{ ...row, email: 'a@x.test', role: undefined }, 'MANDATORY_NOT_FOUND', 'role'],
      [{ ...row, email: 'a@x.test', profile: { id: '12' } }, 'INVALID_DATA', 'profile'],
      [{ ...row, email: 'a@x.test', role: await roleOfGlobex() }, 'INVALID_DATA', 'role'],
      [{ ...row, email: 'a@x.test', Reporting_To: t.globex.users.admin }, 'INVALID_DATA', 'Reporting_To'],
      [{ ...row, email: 'a@x.test', time_zone: 'Mars/Base' }, 'INVALID_DATA', 'time_zone'],
      [{ ...row, email: 'a@x.test', locale: 'nope!' }, 'INVALID_DATA', 'locale'],
      [{ ...row, email: 'a\u0000@x.test' }, 'INVALID_DATA', 'email'],
    ];
    for (const [given, expected, field] of cases) {
      const answer = await add(given);
      expect([answer.status, answer.body.users[0]?.code], JSON.stringify(given)).toEqual([400, expected]);
      if (field)
        expect(answer.body.users[0]?.details).toMatchObject({
          api_name: field,
          json_path: `$.users[0].${field}`,
        });
    }
    expect(await list('type=AllUsers')).not.toContain('a@x.test');
    expect(code(await send(t, admin, 'POST', '/crm/v8/users', { users: [] }))).toEqual([400, 'INVALID_DATA']);
    expect(code(await send(t, admin, 'POST', '/crm/v8/users', { users: [row, row] }))).toEqual([
      400,
      'INVALID_DATA',
    ]);
    expect(code(await send(t, admin, 'POST', '/crm/v8/users', { people: [] }))).toEqual([
      400,
      'INVALID_DATA',
    ]);
  });

  const roleOfGlobex = async () =>
    (await get<Users>(t, await t.globex.token(), `/crm/v8/users/${t.globex.users.rep}`)).body.users[0]?.role
      .id;

  test('nobody reports to themselves, directly or through others', async () => {
    const [a, b] = [await someone('a@acme.test'), await someone('b@acme.test')];
    await update(b.id, { Reporting_To: { id: a.id } });
    expect(code(await update(a.id, { Reporting_To: { id: b.id } }))).toEqual([400, 'INVALID_DATA']);
    expect(code(await update(a.id, { Reporting_To: { id: a.id } }))).toEqual([400, 'INVALID_DATA']);
    expect(code(await update(b.id, { Reporting_To: null }))).toEqual([200, 'SUCCESS']);
  });

  test('who may not manage users changes but their own name and zone', async () => {
    const agent = await t.acme.token('agent');
    const { agent: id, guest } = t.acme.users;
    expect(code(await add({ last_name: 'x' }, agent))).toEqual([403, 'NO_PERMISSION']);
    expect(code(await update(guest, { last_name: 'Mine' }, agent))).toEqual([400, 'NO_PERMISSION']);
    expect(code(await update(id, { role: (await read(t.acme.users.admin)).role }, agent))).toEqual([
      400,
      'NO_PERMISSION',
    ]);
    expect(code(await send(t, agent, 'DELETE', `/crm/v8/users/${guest}`))).toEqual([403, 'NO_PERMISSION']);
    expect(code(await update(id, { time_zone: 'Africa/Tunis' }, agent))).toEqual([200, 'SUCCESS']);
    expect((await read(id)).time_zone).toBe('Africa/Tunis');
  });

  test('users of another organization are out of reach', async () => {
    for (const method of ['PUT', 'DELETE'] as const) {
      const answer = await send<Written>(t, admin, method, `/crm/v8/users/${t.globex.users.light}`, {
        users: [{ last_name: 'Taken' }],
      });
      expect(code(answer)).toEqual([400, 'INVALID_DATA']);
    }
    const globex = await t.globex.token();
    expect(
      (await get<Users>(t, globex, `/crm/v8/users/${t.globex.users.light}`)).body.users[0],
    ).toMatchObject({ full_name: 'Lina Haddad', status: 'active' });
  });
});

describe('the last administrator', () => {
  test('stays active and an administrator', async () => {
    const globex = await t.globex.token();
    const { admin: id, rep } = t.globex.users;
    const { profile } = (await get<Users>(t, globex, `/crm/v8/users/${rep}`)).body.users[0]!;
    expect(code(await update(id, { status: 'inactive' }, globex))).toEqual([400, 'INVALID_REQUEST']);
    expect(code(await update(id, { profile }, globex))).toEqual([400, 'INVALID_REQUEST']);
    expect(code(await send(t, globex, 'DELETE', `/crm/v8/users/${id}`))).toEqual([400, 'INVALID_REQUEST']);
    expect((await get<Users>(t, globex, `/crm/v8/users/${id}`)).body.users[0]).toMatchObject({
      status: 'active',
      profile: { name: 'Administrator' },
    });
  });

  test('two who demote each other at once leave one', async () => {
    const globex = await t.globex.token();
    const { admin: first, rep: second } = t.globex.users;
    const [boss, like] = (await get<Users>(t, globex, `/crm/v8/users?ids=${first},${second}`)).body.users;
    await update(second, { profile: boss!.profile }, globex);
    const other = await t.globex.token('rep');
    const answers = await Promise.all([
      update(first, { profile: like!.profile }, other),
      update(second, { profile: like!.profile }, globex),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});

test('a user who is deactivated has no token from the next request on, on every node', async () => {
  const other = await t.anotherNode();
  const { id } = await someone('gone@acme.test');
  await t.database.pool.query('update refresh_token set user_id = $1 where user_id = $2', [
    id,
    t.acme.users.light,
  ]);
  const token = await t.acme.token('light');
  const status = async () => (await get(other as TestApp, token, '/crm/v8/users?type=CurrentUser')).status;
  expect(await status()).toBe(200);
  await update(id, { status: 'inactive' });
  expect(await status()).toBe(401);
  await other.close();
});
