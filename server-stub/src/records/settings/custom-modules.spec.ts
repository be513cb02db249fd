import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { openOffice, type Office, type Rows } from '../../testing/settings-office.js';

let t: TestApp;
let office: Office;
let token: string;
let globex: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  globex = await t.globex.token();
  office = openOffice(t, token);
});
afterAll(() => t.close());

describe('custom modules', () => {
  test('belong to the profiles that are named', async () => {
    const { profiles } = (
      await get<{ profiles: { id: string; name: string }[] }>(t, token, '/crm/v8/settings/profiles')
    ).body;
    const administrator = profiles.find(({ name }) => name === 'Administrator')?.id;
    const make = (plural: string, ...ids: (string | undefined)[]) =>
      send<Rows>(t, token, 'POST', '/crm/v8/settings/modules', {
        modules: [{ plural_label: plural, singular_label: 'Secret', profiles: ids.map((id) => ({ id })) }],
      });
    expect((await make('Secrets', administrator)).status).toBe(201);
    const agent = await t.acme.token('agent');
    expect((await get<{ code: string }>(t, agent, '/crm/v2/Secrets')).body.code).toBe('NO_PERMISSION');
    for (const id of ['1', 'x', '99999999999999999999'])
      expect((await make('Others', id)).body.modules[0]).toMatchObject({
        code: 'INVALID_DATA',
        details: { api_name: 'profiles' },
      });
    expect((await get<{ code: string }>(t, token, '/crm/v2/Others')).body.code).toBe('INVALID_MODULE');
  });

  test('are made, filled, pointed at, renamed and removed', async () => {
    const made = await send<Rows>(t, token, 'POST', '/crm/v8/settings/modules', {
      modules: [{ plural_label: 'Projets été', singular_label: 'Projet' }],
    });
    expect([made.status, made.body.modules[0]?.details.api_name]).toEqual([201, 'Projets_ete']);
    await office.makeField('Deals', {
      field_label: 'Project',
      data_type: 'lookup',
      lookup: { module: { api_name: 'projets_ete' } },
    });
    const [project] = await office.insert('PROJETS_ETE', { Name: 'Roof' });
    const [deal] = await office.insert('Deals', {
      Deal_Name: 'd',
      Stage: 'Qualification',
      Project: { id: project?.details.id },
    });
    expect((await office.read('Deals', deal?.details.id))?.Project).toEqual({
      id: project?.details.id,
      name: 'Roof',
    });
    expect((await get<{ code: string }>(t, globex, '/crm/v2/Projets_ete')).body.code).toBe('INVALID_MODULE');
    const url = '/crm/v8/settings/modules/Projets_ete';
    await send(t, token, 'PUT', url, { modules: [{ plural_label: 'Projects', singular_label: 'Project' }] });
    expect((await office.settings('modules/Projets_ete')).modules[0]).toMatchObject({
      plural_label: 'Projects',
      generated_type: 'custom',
    });
    expect((await send<Rows>(t, token, 'DELETE', url)).body.modules[0]?.code).toBe('NOT_ALLOWED');
    const lookup = await office.fieldOf('Deals', 'Project');
    await send(t, token, 'DELETE', `/crm/v8/settings/fields/${lookup?.id}?module=Deals`);
    expect((await send<Rows>(t, token, 'DELETE', url)).status).toBe(200);
    expect((await get<{ code: string }>(t, token, '/crm/v2/Projets_ete')).body.code).toBe('INVALID_MODULE');
  });

  test('standard ones stay as they are', async () => {
    const { body } = await send<Rows>(t, token, 'DELETE', '/crm/v8/settings/modules/Leads');
    expect(body.modules[0]?.code).toBe('NOT_ALLOWED');
  });
});
