import type { WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface Permission {
  id: string;
  name: string;
  enabled: boolean;
  module: string | null;
  parent_permissions: string[] | null;
}
interface Profile {
  id: string;
  name: string;
  custom: boolean;
  description: string | null;
  permissions_details: Permission[];
  sections: { name: string; categories: { name: string; permissions_details: string[] }[] }[];
}
interface Written {
  profiles?: WriteRow[];
  code?: string;
  details?: Record<string, unknown>;
}

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
});
afterAll(() => t.close());

const URL = '/crm/v8/settings/profiles';
const list = async (token = admin) => (await get<{ profiles: Profile[] }>(t, token, URL)).body.profiles;
const idOf = async (name: string, token = admin) =>
  (await list(token)).find((profile) => profile.name === name)!.id;
const read = async (name: string, token = admin) =>
  (await get<{ profiles: Profile[] }>(t, token, `${URL}/${await idOf(name, token)}`)).body.profiles[0]!;
const clone = async (from: string, row: object, token = admin) =>
  send<Written>(t, token, 'POST', `${URL}/${await idOf(from)}/actions/clone`, { profiles: [row] });
const update = async (name: string, row: object, token = admin, method: 'PUT' | 'PATCH' = 'PUT') =>
  send<Written>(t, token, method, `${URL}/${await idOf(name)}`, { profiles: [row] });
const remove = async (name: string, query = '', token = admin) =>
  send<Written>(t, token, 'DELETE', `${URL}/${await idOf(name)}${query}`);
const code = ({ status, body }: { status: number; body: Written }) => [
  status,
  body.profiles?.[0]?.code ?? body.code,
];
const permission = ({ permissions_details: all }: Profile, name: string) =>
  all.find((one) => one.name === name)!;

describe('profiles', () => {
  test('Administrator allows everything, Standard much, both from the start', async () => {
    expect((await list()).map(({ name, custom }) => [name, custom])).toEqual([
      ['Administrator', false],
      ['Standard', false],
      ['Guest', true],
    ]);
    const [all, standard] = [await read('Administrator'), await read('Standard')];
    expect(all.permissions_details.filter(({ enabled }) => !enabled)).toEqual([]);
    const of = (name: string) => permission(standard, name).enabled;
    expect([
      of('Crm_Implied_View_Leads'),
      of('Crm_Implied_Export_Leads'),
      of('Crm_Implied_Create_Visits'),
    ]).toEqual([true, false, false]);
    expect([
      of('Crm_Implied_Social_Profiles'),
      of('Crm_Implied_Social_Tab'),
      of('Crm_Implied_Manage_Users'),
    ]).toEqual([true, true, false]);
  });

  test('every permission stands in one place of the sections and has an id of its own', async () => {
    const { permissions_details: permissions, sections } = await read('Standard');
    const ids = permissions.map(({ id }) => id);
    const shown = sections.flatMap(({ categories }) =>
      categories.flatMap((category) => category.permissions_details),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect([...shown].sort()).toEqual([...ids].sort());
    expect(ids.every((id) => /^[1-9]\d{14,18}$/.test(id))).toBe(true);
  });

  test('are cloned and changed; what is under a right goes with it', async () => {
    const view = permission(await read('Standard'), 'Crm_Implied_View_Deals');
    expect(
      code(
        await clone('Standard', { name: 'No Deals', permissions_details: [{ id: view.id, enabled: false }] }),
      ),
    ).toEqual([201, 'SUCCESS']);
    const made = await read('No Deals');
    const enabled = made.permissions_details.filter((one) => one.enabled && one.module === 'Deals');
    expect([made.custom, enabled]).toEqual([true, []]);
    const edit = permission(made, 'Crm_Implied_Edit_Deals');
    expect(edit.parent_permissions).toEqual([view.id]);
    expect(code(await update('No Deals', { permissions_details: [{ id: edit.id, enabled: true }] }))).toEqual(
      [400, 'INVALID_DATA'],
    );
    const both = [
      { id: edit.id, enabled: true },
      { id: view.id, enabled: true },
    ];
    expect(
      code(
        await update(
          'No Deals',
          { name: 'Some Deals', description: 'Few', permissions_details: both },
          admin,
          'PATCH',
        ),
      ),
    ).toEqual([200, 'SUCCESS']);
    const changed = await read('Some Deals');
    expect(changed.description).toBe('Few');
    expect([
      permission(changed, edit.name).enabled,
      permission(changed, 'Crm_Implied_Delete_Deals').enabled,
    ]).toEqual([true, false]);
  });

  test('refuse what is wrong', async () => {
    const { id } = permission(await read('Standard'), 'Crm_Implied_View_Leads');
    const cases: [object, string][] = [
      [{ name: 'guest' }, 'DUPLICATE_DATA'],
      [{ name: '' }, 'MANDATORY_NOT_FOUND'],
      [{ name: 'x'.repeat(51) }, 'INVALID_DATA'],
      [{ permissions_details: 'all' }, 'INVALID_DATA'],
      [{ permissions_details: [{ id: '123', enabled: true }] }, 'INVALID_DATA'],
      [{ permissions_details: [{ id, enabled: 'yes' }] }, 'INVALID_DATA'],
    ];
    for (const [row, expected] of cases)
      expect(code(await update('Standard', row)), JSON.stringify(row)).toEqual([400, expected]);
    expect(code(await update('Administrator', { name: 'Mine' }))).toEqual([400, 'NOT_ALLOWED']);
    expect(code(await send(t, admin, 'PUT', `${URL}/12`, { profiles: [{ name: 'x' }] }))).toEqual([
      400,
      'INVALID_DATA',
    ]);
    expect((await get(t, await t.globex.token(), `${URL}/${await idOf('Guest')}`)).status).toBe(204);
  });

  test('in use are deleted only with somewhere for their users to go', async () => {
    const globex = await t.globex.token();
    expect(code(await remove('Standard'))).toEqual([400, 'NOT_ALLOWED']);
    expect(code(await remove('Guest'))).toEqual([400, 'MANDATORY_NOT_FOUND']);
    expect(code(await remove('Guest', `?transfer_to=${await idOf('Guest')}`))).toEqual([400, 'INVALID_DATA']);
    expect(code(await remove('Guest', `?transfer_to=${await idOf('Standard', globex)}`))).toEqual([
      400,
      'INVALID_DATA',
    ]);
    expect(code(await remove('Guest', `?transfer_to=${await idOf('Standard')}`))).toEqual([200, 'SUCCESS']);
    expect((await list()).map(({ name }) => name)).not.toContain('Guest');
    expect((await list(globex)).map(({ name }) => name)).toContain('Guest');
    await clone('Standard', { name: 'Unused' });
    expect(code(await remove('Unused'))).toEqual([200, 'SUCCESS']);
  });
});

describe('who may change profiles', () => {
  test('those with Manage Profiles, but nobody makes an administrator of themselves', async () => {
    const manager = await t.acme.token('manager');
    expect(code(await update('Standard', { description: 'Mine' }, manager))).toEqual([403, 'NO_PERMISSION']);
    const { id } = permission(await read('Standard'), 'Crm_Implied_Manage_Profiles');
    await update('Standard', { permissions_details: [{ id, enabled: true }] });
    expect(code(await update('Standard', { description: 'Ours' }, manager))).toEqual([200, 'SUCCESS']);
    expect(code(await clone('Standard', { name: 'Team' }, manager))).toEqual([201, 'SUCCESS']);
    expect(code(await clone('Administrator', { name: 'Boss' }, manager))).toEqual([403, 'NO_PERMISSION']);
    const administrator = await idOf('Administrator');
    expect(code(await remove('Team', `?transfer_to=${administrator}`, manager))).toEqual([200, 'SUCCESS']);
    await update('Standard', { permissions_details: [{ id, enabled: false }] });
    expect(code(await update('Standard', { description: 'x' }, manager))).toEqual([403, 'NO_PERMISSION']);
  });

  test('[SOC-13] [SOC-15] the social rights are switched on for another profile', async () => {
    const globex = await t.globex.token();
    const guest = await read('Guest', globex);
    const social = ['Crm_Implied_Social_Profiles', 'Crm_Implied_Social_Tab'].map((name) =>
      permission(guest, name),
    );
    expect(social.map(({ enabled }) => enabled)).toEqual([false, false]);
    const rows = { profiles: [{ permissions_details: social.map(({ id }) => ({ id, enabled: true })) }] };
    expect((await send(t, globex, 'PUT', `${URL}/${guest.id}`, rows)).status).toBe(200);
    const after = await read('Guest', globex);
    expect(social.map(({ name }) => permission(after, name).enabled)).toEqual([true, true]);
  });
});
