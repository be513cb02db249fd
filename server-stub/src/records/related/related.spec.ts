import type { RecordPage, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface Answer {
  data: WriteRow[];
  code?: string;
}

let t: TestApp;
let token: string;
let globex: string;
const id: Record<string, string> = {};
beforeAll(async () => {
  t = await createTestApp();
  [token, globex] = [await t.acme.token(), await t.globex.token()];
  const make = async (name: string, module: string, record: object) => {
    [id[name] = ''] = await insert(t, token, module, [record]);
  };
  await make('account', 'Accounts', { Account_Name: 'Northwind' });
  await make('branch', 'Accounts', { Account_Name: 'Branch', Parent_Account: id.account });
  await make('grace', 'Contacts', { Last_Name: 'Hopper', Account_Name: id.account });
  await make('ada', 'Contacts', { Last_Name: 'Lovelace', Account_Name: id.account });
  await make('deal', 'Deals', {
    Deal_Name: 'Roof',
    Stage: 'Qualification',
    Account_Name: id.account,
    Contact_Name: id.grace,
  });
  await make('byWho', 'Tasks', { Subject: 'Call', Who_Id: id.grace });
  await make('byWhat', 'Tasks', { Subject: 'Visit', What_Id: id.grace });
  await make('product', 'Products', { Product_Name: 'Tile' });
  await make('brick', 'Products', { Product_Name: 'Brick' });
});
afterAll(() => t.close());

const list = (path: string, as = token) => get<RecordPage & { code?: string }>(t, as, `/crm/${path}`);
const ids = ({ body }: { body: RecordPage | undefined }) => body?.data.map((record) => record.id) ?? [];

describe('related lists', () => {
  test.each([
    ['Accounts', 'account', 'Contacts', ['ada', 'grace']],
    ['Accounts', 'account', 'Deals', ['deal']],
    ['Accounts', 'account', 'Child_Accounts', ['branch']],
    ['Contacts', 'grace', 'Deals', ['deal']],
    ['Contacts', 'grace', 'Tasks', ['byWhat', 'byWho']],
    ['contacts', 'ada', 'tasks', []],
  ])('%s/%s/%s', async (module, record, related, expected) => {
    expect(ids(await list(`v8/${module}/${id[record]}/${related}?fields=id`))).toEqual(
      expected.map((name) => id[name]),
    );
  });

  test('are those that the settings tell, and each of them answers', async () => {
    for (const [module, record] of [
      ['Accounts', 'account'],
      ['Contacts', 'grace'],
      ['Deals', 'deal'],
      ['Products', 'product'],
    ]) {
      const { body } = await get<{ related_lists: { api_name: string }[] }>(
        t,
        token,
        `/crm/v8/settings/related_lists?module=${module}`,
      );
      const names = body.related_lists.map(({ api_name }) => api_name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(['Notes', 'Attachments', 'Tasks', 'Events']));
      for (const name of names)
        expect([200, 204], name).toContain(
          (await list(`v8/${module}/${id[record!]}/${name}?fields=id`)).status,
        );
    }
  });

  test('page', async () => {
    const first = await list(`v8/Accounts/${id.account}/Contacts?fields=Last_Name&per_page=1`);
    expect([ids(first), first.body.info.more_records]).toEqual([[id.ada], true]);
    const second = await list(
      `v8/Accounts/${id.account}/Contacts?fields=Last_Name&page_token=${first.body.info.next_page_token}`,
    );
    expect([ids(second), second.body.info.more_records]).toEqual([[id.grace], false]);
    expect(ids(await list(`v8/Accounts/${id.account}/Contacts?fields=id&per_page=1&page=2`))).toEqual([
      id.grace,
    ]);
  });

  test('name their fields after version 2, and exist', async () => {
    expect((await list(`v2/Accounts/${id.account}/Contacts`)).status).toBe(200);
    expect((await list(`v8/Accounts/${id.account}/Contacts`)).body.code).toBe('REQUIRED_PARAM_MISSING');
    expect((await list(`v8/Accounts/${id.account}/Nothing?fields=id`)).body.code).toBe('INVALID_DATA');
  });

  test('of a lookup that was made at run time', async () => {
    await send(t, token, 'POST', '/crm/v8/settings/modules', {
      modules: [{ plural_label: 'Projects', singular_label: 'Project' }],
    });
    await send(t, token, 'POST', '/crm/v8/settings/fields?module=Projects', {
      fields: [
        { field_label: 'Customer', data_type: 'lookup', lookup: { module: { api_name: 'Accounts' } } },
      ],
    });
    const [project] = await insert(t, token, 'Projects', [{ Name: 'Roof', Customer: id.account }]);
    expect(ids(await list(`v8/Accounts/${id.account}/Projects?fields=Name`))).toEqual([project]);
    expect(ids(await list(`v8/Projects/${project}/Notes?fields=id`))).toEqual([]);
  });

  test('need the right to view both modules, and never cross organizations', async () => {
    const guest = await t.acme.token('guest');
    expect((await list(`v8/Contacts/${id.grace}/Tasks?fields=id`, guest)).body.code).toBe('NO_PERMISSION');
    expect((await list(`v8/Accounts/${id.account}/Contacts?fields=id`, globex)).status).toBe(204);
  });
});

describe('links', () => {
  const link = (path: string, as = token) => send<Answer>(t, as, 'PUT', `/crm/v8/${path}`, { data: [{}] });

  test('are made, read from both ends, and taken away', async () => {
    const made = await send<Answer>(t, token, 'PUT', `/crm/v8/Deals/${id.deal}/Products`, {
      data: [{ id: id.product }, { id: '1' }],
    });
    expect([made.status, made.body.data.map(({ code }) => code)]).toEqual([207, ['SUCCESS', 'INVALID_DATA']]);
    expect(made.body.data[1]?.details.json_path).toBe('$.data[1].id');
    expect((await link(`Products/${id.brick}/Deals/${id.deal}`)).status).toBe(200);
    expect((await link(`Products/${id.brick}/Deals/${id.deal}`)).status).toBe(200);
    expect(ids(await list(`v8/Deals/${id.deal}/Products?fields=id`))).toEqual([id.brick, id.product]);
    expect(ids(await list(`v8/Products/${id.product}/Deals?fields=id`))).toEqual([id.deal]);
    const gone = await send<Answer>(
      t,
      token,
      'DELETE',
      `/crm/v8/Deals/${id.deal}/Products?ids=${id.product},1`,
    );
    expect([gone.status, gone.body.data.map(({ message }) => message)]).toEqual([
      207,
      ['relation removed', 'the related id given seems to be invalid'],
    ]);
    await send(t, token, 'DELETE', `/crm/v8/Products/${id.brick}/Deals/${id.deal}`);
    expect((await list(`v8/Deals/${id.deal}/Products?fields=id`)).status).toBe(204);
  });

  test('are for lists that have them, for who may edit the record, within the organization', async () => {
    expect((await link(`Accounts/${id.account}/Contacts/${id.grace}`)).body.code).toBe('NOT_SUPPORTED');
    expect((await link(`Deals/${id.deal}/Products/${id.brick}`, await t.acme.token('guest'))).body.code).toBe(
      'NO_PERMISSION',
    );
    expect((await link(`Deals/${id.deal}/Products/${id.brick}`, globex)).body.code).toBe('INVALID_DATA');
    const [theirs] = await insert(t, globex, 'Products', [{ Product_Name: 'Theirs' }]);
    expect((await link(`Deals/${id.deal}/Products/${theirs}`)).status).toBe(400);
    expect((await link(`Deals/${id.deal}/Products/x`)).status).toBe(400);
  });
});
