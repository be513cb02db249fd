import type { WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface Role {
  id: string;
  name: string;
  reporting_to: { id: string; name: string } | null;
  share_with_peers: boolean;
}
interface Written {
  roles?: WriteRow[];
  code?: string;
  details?: object;
}

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
});
afterAll(() => t.close());

const URL = '/crm/v8/settings/roles';
const roles = async (token = admin) => (await get<{ roles: Role[] }>(t, token, URL)).body.roles;
const named = async (name: string, token = admin) => (await roles(token)).find((role) => role.name === name)!;
const write = (method: 'POST' | 'PUT' | 'DELETE', url: string, rows?: object[], token = admin) =>
  send<Written>(t, token, method, url, rows && { roles: rows });
const codes = ({ status, body }: { status: number; body: Written }) => [
  status,
  ...(body.roles?.map((row) => row.code) ?? [body.code]),
];

describe('roles', () => {
  test('are listed with what they are under', async () => {
    expect((await roles()).map(({ name, reporting_to: above }) => [name, above?.name])).toEqual([
      ['CEO', undefined],
      ['Sales Manager', 'CEO'],
      ['Sales Representative', 'Sales Manager'],
      ['Support', 'CEO'],
    ]);
    const { id } = await named('CEO');
    expect(
      (await get<{ roles: Role[] }>(t, admin, `/crm/v3/settings/roles/${id}`)).body.roles[0],
    ).toMatchObject({
      name: 'CEO',
      display_label: 'CEO',
      admin_user: true,
      share_with_peers: false,
    });
    expect((await get(t, await t.globex.token(), `${URL}/${id}`)).status).toBe(204);
    expect((await get(t, admin, `${URL}/x`)).status).toBe(400);
  });

  test('are added under others, good rows beside bad ones', async () => {
    const above = await named('Support');
    const answer = await write('POST', URL, [
      { name: 'Night Shift', reporting_to: { id: above.id }, share_with_peers: true, description: 'Late' },
      { name: 'night shift', reporting_to: above.id },
      { name: 'No Top' },
      { reporting_to: above.id },
      { name: 'Elsewhere', reporting_to: (await named('CEO', await t.globex.token())).id },
      { name: 'x'.repeat(201), reporting_to: above.id },
      { name: 'Sharing', reporting_to: above.id, share_with_peers: 'yes' },
    ]);
    expect(codes(answer)).toEqual([
      207,
      'SUCCESS',
      'DUPLICATE_DATA',
      'MANDATORY_NOT_FOUND',
      'MANDATORY_NOT_FOUND',
      'INVALID_DATA',
      'INVALID_DATA',
      'INVALID_DATA',
    ]);
    expect(await named('Night Shift')).toMatchObject({
      share_with_peers: true,
      reporting_to: { name: 'Support' },
    });
  });

  test('make no circle', async () => {
    const [ceo, manager, rep] = await roles();
    const under = (role: Role, above: Role) =>
      write('PUT', `${URL}/${role.id}`, [{ reporting_to: { id: above.id } }]);
    expect(codes(await under(manager!, rep!))).toEqual([400, 'INVALID_DATA']);
    expect(codes(await under(manager!, manager!))).toEqual([400, 'INVALID_DATA']);
    expect(codes(await under(ceo!, rep!))).toEqual([400, 'INVALID_DATA']);
    const both = await Promise.all([
      under(rep!, await named('Support')),
      under(await named('Support'), rep!),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('are deleted when their users and the roles below have somewhere to go', async () => {
    const globex = await t.globex.token();
    const [ceo, manager, rep] = await roles(globex);
    const remove = (query: string) => write('DELETE', `${URL}/${manager!.id}${query}`, undefined, globex);
    expect(codes(await remove(''))).toEqual([400, 'REQUIRED_PARAM_MISSING']);
    expect((await remove(`?transfer_to_id=${rep!.id}`)).body.details).toEqual({
      role_status: 'subordinate',
      param_name: 'transfer_to_id',
    });
    expect((await remove(`?transfer_to_id=${manager!.id}`)).body.details).toMatchObject({
      role_status: 'same_role',
    });
    expect((await remove('?transfer_to_id=12')).body.details).toMatchObject({ role_status: 'invalid' });
    expect((await remove(`?transfer_to_id=${(await named('CEO')).id}`)).body.details).toMatchObject({
      role_status: 'invalid',
    });
    expect(codes(await remove(`?transfer_to_id=${ceo!.id}`))).toEqual([200, 'SUCCESS']);
    expect((await roles(globex)).map(({ name, reporting_to: above }) => [name, above?.name])).toEqual([
      ['CEO', undefined],
      ['Sales Representative', 'CEO'],
      ['Support', 'CEO'],
    ]);
    const { users } = (
      await get<{ users: { role: Role }[] }>(t, globex, `/crm/v8/users/${t.globex.users.manager}`)
    ).body;
    expect(users[0]?.role.name).toBe('CEO');
  });

  test('are changed by those who manage roles alone', async () => {
    const { id } = await named('CEO');
    const agent = await t.acme.token('agent');
    expect(codes(await write('POST', URL, [{ name: 'Mine', reporting_to: id }], agent))).toEqual([
      403,
      'NO_PERMISSION',
    ]);
    expect(codes(await write('PUT', `${URL}/${id}`, [{ name: 'Mine' }], agent))).toEqual([
      403,
      'NO_PERMISSION',
    ]);
    expect(codes(await write('DELETE', `${URL}/${id}`, undefined, agent))).toEqual([403, 'NO_PERMISSION']);
  });
});
