import type { RecordPage, WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { seedSales } from '../../testing/sales.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface View extends Record<string, unknown> {
  id: string;
  name: string;
  system_name: string | null;
}

let t: TestApp;
let admin: string;
let agent: string;
let globex: string;
let ids: Record<string, string>;
beforeAll(async () => {
  t = await createTestApp();
  [admin, agent, globex] = await Promise.all([t.acme.token(), t.acme.token('agent'), t.globex.token()]);
  ids = await seedSales(t, t.acme);
  await seedSales(t, t.globex);
  await sql`update record set created_time = '2020-01-01', modified_time = '2020-01-01'
    where org_id = ${t.acme.orgId} and id = ${ids.big}`.execute(t.database.db);
});
afterAll(() => t.close());

const address = (id = '', module = 'Deals') =>
  `/crm/v8/settings/custom_views${id && `/${id}`}?module=${module}`;
const viewsOf = async (token: string, module = 'Deals') =>
  (await get<{ custom_views: View[] }>(t, token, address('', module))).body.custom_views;
const write = (token: string, method: 'POST' | 'PUT', view: object, id = '') =>
  send<{ custom_views: WriteRow[]; code?: string }>(t, token, method, address(id), { custom_views: [view] });
const make = async (token: string, view: object) =>
  String((await write(token, 'POST', view)).body.custom_views[0]?.details.id);

const shown = async (token: string, cvid: string) => {
  const { body } = await get<Partial<RecordPage & { code: string }> | undefined>(
    t,
    token,
    `/crm/v8/Deals?fields=Deal_Name&cvid=${cvid}`,
  );
  return body === undefined ? [] : (body.data?.map((deal) => deal.Deal_Name).sort() ?? body.code);
};

const compare = (api_name: string, comparator: string, value: unknown) => ({
  comparator,
  field: { api_name },
  type: 'value',
  value,
});

describe('views that every module has', () => {
  test.each([
    ['ALLVIEWS', 'All Deals', ['Big', 'Small', 'Unknown'], ['Big', 'Small', 'Unknown']],
    ['MYVIEWS', 'My Deals', ['Big'], ['Small', 'Unknown']],
    ['TODAYVIEWS', "Today's Deals", ['Small', 'Unknown'], ['Small', 'Unknown']],
    ['RECENTLYMODIFIEDVIEWS', 'Recently Modified Deals', ['Small', 'Unknown'], ['Small', 'Unknown']],
  ])('%s', async (systemName, name, forAdmin, forAgent) => {
    const view = (await viewsOf(admin)).find((each) => each.system_name === systemName);
    expect(view).toMatchObject({ name, display_value: name, system_defined: true, access_type: 'public' });
    expect(await shown(admin, view!.id)).toEqual(forAdmin);
    expect(await shown(agent, view!.id)).toEqual(forAgent);
    expect((await write(admin, 'PUT', { name: 'x' }, view!.id)).body.custom_views[0]?.code).toBe(
      'NOT_ALLOWED',
    );
  });

  test('tell their criteria; modules without rows to be written have but the first', async () => {
    const mine = (await viewsOf(admin)).find((each) => each.system_name === 'MYVIEWS');
    expect(mine?.criteria).toEqual(compare('Owner', 'equal', '${CURRENTUSER}'));
    expect((await viewsOf(admin, 'Actions_Performed')).map((view) => view.system_name)).toEqual(['ALLVIEWS']);
  });
});

describe('a view that somebody makes', () => {
  test('shows what meets its criteria, and can be changed and removed', async () => {
    const criteria = {
      group_operator: 'OR',
      group: [compare('Amount', 'greater_than', 1_000), compare('Amount', 'equal', '${EMPTY}')],
    };
    const id = await make(admin, { name: 'Big or unknown', criteria, fields: [{ api_name: 'Amount' }] });
    expect((await get<{ custom_views: View[] }>(t, admin, address(id))).body.custom_views).toEqual([
      expect.objectContaining({
        id,
        name: 'Big or unknown',
        system_name: null,
        system_defined: false,
        access_type: 'only_to_me',
        criteria: {
          group_operator: 'OR',
          group: [compare('Amount', 'greater_than', '1000'), compare('Amount', 'equal', '${EMPTY}')],
        },
        fields: [expect.objectContaining({ api_name: 'Amount' })],
      }),
    ]);
    expect(await shown(admin, id)).toEqual(['Big', 'Unknown']);
    const changed = await write(admin, 'PUT', { criteria: compare('Deal_Name', 'starts_with', 'sm') }, id);
    expect(changed).toMatchObject({ status: 200, body: { custom_views: [{ code: 'SUCCESS' }] } });
    expect(await shown(admin, id)).toEqual(['Small']);
    await write(admin, 'PUT', { criteria: null, fields: null }, id);
    expect(await shown(admin, id)).toEqual(['Big', 'Small', 'Unknown']);
    expect((await send(t, admin, 'DELETE', address(id))).status).toBe(200);
    expect(await shown(admin, id)).toBe('INVALID_DATA');
    expect((await get(t, admin, address(id))).status).toBe(204);
  });

  test("is its maker's alone, or everybody's; never of another organization", async () => {
    const own = await make(agent, { name: 'Own' });
    const all = await make(admin, { name: 'For all', access_type: 'public' });
    const names = async (token: string) => (await viewsOf(token)).map(({ name }) => name);
    expect(await names(agent)).toEqual(expect.arrayContaining(['Own', 'For all']));
    expect(await names(admin)).not.toContain('Own');
    expect(await names(globex)).toHaveLength(4);
    expect(await shown(admin, own)).toBe('INVALID_DATA');
    expect(await shown(globex, all)).toBe('INVALID_DATA');
    const code = async (answer: ReturnType<typeof write>) => (await answer).body.custom_views[0]?.code;
    expect(await code(write(agent, 'PUT', { name: 'Taken over' }, all))).toBe('NOT_ALLOWED');
    expect(await code(write(agent, 'PUT', { access_type: 'public' }, own))).toBe('NOT_ALLOWED');
    expect(await code(write(globex, 'PUT', { name: 'Taken over' }, all))).toBe('INVALID_DATA');
    expect((await send(t, globex, 'DELETE', address(all))).status).toBe(400);
    expect(await names(admin)).toContain('For all');
  });

  test.each([
    [{}, 'MANDATORY_NOT_FOUND', 'name'],
    [{ name: '  ' }, 'MANDATORY_NOT_FOUND', 'name'],
    [{ name: 'x'.repeat(101) }, 'INVALID_DATA', 'name'],
    [{ name: 'x', criteria: {} }, 'INVALID_DATA', 'criteria'],
    [{ name: 'x', criteria: compare('Nothing', 'equal', 'x') }, 'INVALID_DATA', 'criteria'],
    [{ name: 'x', criteria: compare('Amount', 'contains', '1') }, 'INVALID_DATA', 'criteria'],
    [{ name: 'x', criteria: compare('Amount', 'equal', 'many') }, 'INVALID_DATA', 'criteria'],
    [{ name: 'x', fields: [{ api_name: 'Nothing' }] }, 'INVALID_DATA', 'fields'],
    [{ name: 'x', access_type: 'shared' }, 'INVALID_DATA', 'access_type'],
  ])('%j is refused with %s', async (view, code, api_name) => {
    const { status, body } = await write(admin, 'POST', view);
    expect(status).toBe(400);
    expect(body.custom_views).toEqual([
      expect.objectContaining({
        code,
        details: expect.objectContaining({ api_name, json_path: `$.custom_views[0].${api_name}` }) as object,
      }),
    ]);
  });

  test('has a name of its own', async () => {
    await make(admin, { name: 'Once' });
    expect((await write(admin, 'POST', { name: 'ONCE' })).body.custom_views[0]?.code).toBe('DUPLICATE_DATA');
    expect((await write(agent, 'POST', { name: 'Once' })).status).toBe(201);
  });

  test('says so when a field that it compares is gone', async () => {
    const made = await send<{ fields: WriteRow[] }>(
      t,
      admin,
      'POST',
      '/crm/v8/settings/fields?module=Deals',
      {
        fields: [{ field_label: 'Passing', data_type: 'text' }],
      },
    );
    const { id: field, api_name } = made.body.fields[0]!.details as { id: string; api_name: string };
    const id = await make(admin, { name: 'Passing', criteria: compare(api_name, 'equal', 'x') });
    expect(await shown(admin, id)).toEqual([]);
    await send(t, admin, 'DELETE', `/crm/v8/settings/fields/${field}?module=Deals`);
    expect(await shown(admin, id)).toBe('INVALID_QUERY');
  });
});
