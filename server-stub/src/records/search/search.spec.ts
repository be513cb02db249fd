import type { RecordPage } from '@crm-elements/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get } from '../../testing/requests.js';
import { insert, seedSales } from '../../testing/sales.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let token: string;
let ids: Record<string, string>;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  ids = await seedSales(t, t.acme);
  await seedSales(t, t.globex);
});
afterAll(() => t.close());

const search = (module: string, query: Record<string, string>, as = token) =>
  get<RecordPage & { code: string; details: Record<string, unknown> }>(
    t,
    as,
    `/crm/v8/${module}/search?${new URLSearchParams(query).toString()}`,
  );

const found = async (module: string, query: Record<string, string>, as = token) => {
  const { status, body } = await search(module, query, as);
  if (status === 204) return [];
  expect(status, JSON.stringify(body)).toBe(200);
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return body.data.map(({ id }) => names.get(id) ?? id).sort();
};

const count = async (module: string, query: Record<string, string> = {}, as = token) => {
  const address = `/crm/v8/${module}/actions/count?${new URLSearchParams(query).toString()}`;
  return (await get<{ count: number }>(t, as, address)).body.count;
};

describe('by criteria', () => {
  test.each([
    ['Contacts', '(Last_Name:equals:hopper)', ['grace', 'zoe']],
    ['Contacts', '(Last_Name:starts_with:hopper-)', ['zoe']],
    ['Contacts', '(Last_Name:not_equal:Hopper)', ['solo']],
    ['Contacts', '(Email:equals:GRACE@northwind.test)', ['grace']],
    ['Contacts', '(Email:equals:northwind.test)', []],
    ['Contacts', '(Full_Name:equals:zoé hopper)', ['zoe']],
    ['Contacts', '((Last_Name:starts_with:Hop)and(Account_Name:equals:northwind traders))', ['grace']],
    ['Contacts', '(Account_Name.name:starts_with:élan)', ['zoe']],
    ['Contacts', '(Owner:equals:Noah Bernard)', ['zoe']],
    ['Contacts', '(Owner:equals:${CURRENTUSER})', ['grace', 'solo']],
    ['Contacts', '(Created_Time:equals:${TODAY})', ['grace', 'solo', 'zoe']],
    ['Contacts', '(Created_Time:less_than:2026-01-01T00:00:00+00:00)', []],
    ['Contacts', '(Account_Name:equals:${EMPTY})', ['solo']],
    ['Accounts', '(Account_Name:equals:Élan \\(Paris\\)\\, SA)', ['elan']],
    ['Accounts', '((Employees:greater_than:100)or(Website:starts_with:https))', ['elan', 'northwind']],
    ['Accounts', '(Annual_Revenue:equals:1000000)', ['northwind']],
    ['Deals', '(Stage:in:Closed Won,Closed Lost)', ['small', 'unknown']],
    ['Deals', '(Amount:between:10,60000)', ['big', 'small']],
    ['Deals', '(Amount:not_equal:10)', ['big', 'unknown']],
    ['Deals', '(Closing_Date:less_equal:2026-06-30)', ['big', 'small']],
    ['Deals', '(Contact_Name:not_equal:Nobody)', ['big', 'small', 'unknown']],
  ])('%s %s', async (module, criteria, names) => {
    expect(await found(module, { criteria })).toEqual(names);
    expect(await count(module, { criteria })).toBe(names.length);
  });

  test('by id and by lookup', async () => {
    expect(await found('Contacts', { criteria: `(id:in:${ids.zoe!},${ids.solo!})` })).toEqual([
      'solo',
      'zoe',
    ]);
    expect(await found('Contacts', { criteria: `(Account_Name:equals:${ids.elan!})` })).toEqual(['zoe']);
    expect(await found('Contacts', { criteria: `(Account_Name.id:equals:${ids.elan!})` })).toEqual(['zoe']);
  });

  test.each([
    ['(Last_Name:equals:x', 'INVALID_QUERY', { position: 19 }],
    ['Last_Name=x', 'INVALID_QUERY', { position: 0 }],
    ['(Nothing:equals:x)', 'INVALID_QUERY', { api_name: 'Nothing' }],
    ['(Account_Name.Phone:equals:x)', 'INVALID_QUERY', { api_name: 'Account_Name.Phone' }],
    ['(Created_Time:equals:soon)', 'INVALID_QUERY', { api_name: 'Created_Time' }],
    ['(Email:greater_than:x)', 'INVALID_QUERY', { api_name: 'Email' }],
    ['(id:equals:99999999999999999999)', 'INVALID_QUERY', { api_name: 'id' }],
    ['(Last_Name:equals:a\0b)', 'INVALID_DATA', { param_name: 'criteria' }],
    [Array.from({ length: 11 }, () => '(Last_Name:equals:x)').join('and'), 'LIMIT_REACHED', {}],
  ])('refuses %j', async (criteria, code, details) => {
    expect(await search('Contacts', { criteria })).toMatchObject({ status: 400, body: { code, details } });
  });
});

describe('by word', () => {
  test.each([
    ['hopper', ['grace', 'zoe']],
    ['HOP', ['grace', 'zoe']],
    ['grace', ['grace', 'solo']],
    ['grace fair', ['solo']],
    ['blanc', ['zoe']],
    ['opper', []],
    ['northwind.test', ['grace']],
    ['zoé', ['zoe']],
    ["'); drop table record; --", []],
    ['&|!:*', []],
  ])('%s', async (word, names) => {
    expect(await found('Contacts', { word })).toEqual(names);
    expect(await count('Contacts', { word })).toBe(names.length);
  });
});

test('by e-mail address, in any e-mail field and exactly', async () => {
  expect(await found('Contacts', { email: 'Zoe@Elan.test' })).toEqual(['zoe']);
  expect(await found('Contacts', { email: 'solo@elsewhere.test' })).toEqual(['solo']);
  expect(await found('Contacts', { email: 'zoe@elan' })).toEqual([]);
  expect(await found('Contacts', { email: "o'x@elan.test\\" })).toEqual([]);
  expect(await found('Deals', { email: 'zoe@elan.test' })).toEqual([]);
});

test('by telephone number, however it is written', async () => {
  expect(await found('Accounts', { phone: '+33123456789' })).toEqual(['northwind']);
  expect(await found('Accounts', { phone: '(33) 1-23-45' })).toEqual(['northwind']);
  expect(await found('Accounts', { phone: '23456789' })).toEqual([]);
  expect(await found('Contacts', { phone: '0123456' })).toEqual(['grace']);
  expect(await found('Contacts', { phone: 'call me' })).toEqual([]);
});

describe('a search', () => {
  test('is a list: fields, pages, order, tokens', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => ({ Last_Name: `Paged ${index}`, Title: 'x' }));
    const created = await insert(t, token, 'Contacts', rows);
    const first = await search('contacts', { word: 'paged', fields: 'Last_Name', per_page: '2', page: '2' });
    expect(first.body.data).toEqual([
      { id: created[2], Last_Name: 'Paged 2' },
      { id: created[1], Last_Name: 'Paged 1' },
    ]);
    expect(first.body.info).toMatchObject({ page: 2, per_page: 2, count: 2, more_records: true });
    const last = await search('Contacts', {
      word: 'paged',
      page_token: first.body.info.next_page_token ?? '',
    });
    expect(last.body.data.map(({ id }) => id)).toEqual([created[0]]);
    expect(last.body.info.more_records).toBe(false);
    const other = await search('Contacts', {
      word: 'other',
      page_token: first.body.info.next_page_token ?? '',
    });
    expect(other.body.code).toBe('TOKEN_BOUND_DATA_MISMATCH');
  });

  test('finds nothing: no body', async () => {
    expect(await search('Contacts', { word: 'nobody' })).toEqual({ status: 204, body: undefined });
  });

  test.each([
    [{}, 'EXPECTED_PARAM_MISSING'],
    [{ fields: 'Last_Name' }, 'EXPECTED_PARAM_MISSING'],
    [{ word: 'x' }, 'INVALID_DATA'],
    [{ email: ' x ' }, 'INVALID_DATA'],
    [{ word: 'hopper', per_page: '201' }, 'INVALID_DATA'],
    [{ word: 'hopper', page: '11' }, 'LIMIT_REACHED'],
  ] as [Record<string, string>, string][])('refuses %o: %s', async (query, code) => {
    const { status, body } = await search('Contacts', query);
    expect([status, body.code]).toEqual([400, code]);
  });

  test('is not for rows of related lists, nor for unknown modules', async () => {
    expect((await search('Attachments', { word: 'hopper' })).body.code).toBe('NOT_SUPPORTED');
    expect((await search('Nothing', { word: 'hopper' })).body.code).toBe('INVALID_MODULE');
  });

  test('finds only what the user may see, by name as well', async () => {
    const share = (type: string) =>
      sql`update module_sharing set share_type = ${type} where org_id = ${t.acme.orgId} and module in ('Contacts', 'Accounts')`.execute(
        t.database.db,
      );
    await share('private');
    try {
      const agent = await t.acme.token('agent');
      expect(await found('Contacts', { word: 'hopper' }, agent)).toEqual(['zoe']);
      expect(await count('Contacts', { word: 'hopper' }, agent)).toBe(1);
      expect(await found('Contacts', { criteria: '(Last_Name:equals:hopper)' }, agent)).toEqual(['zoe']);
      await insert(t, await t.acme.token(), 'Contacts', [
        { Last_Name: 'Secret', Account_Name: ids.northwind, Owner: { id: t.acme.users.agent } },
      ]);
      expect(await found('Contacts', { criteria: '(Account_Name:equals:Northwind Traders)' }, agent)).toEqual(
        [],
      );
      expect(await found('Contacts', { criteria: '(Last_Name:equals:Secret)' }, agent)).toHaveLength(1);
    } finally {
      await share('public');
    }
    const guest = await t.acme.token('guest');
    expect(await search('Tasks', { word: 'hopper' }, guest)).toMatchObject({
      status: 403,
      body: { code: 'NO_PERMISSION', details: { permissions: ['Crm_Implied_View_Tasks'] } },
    });
  });

  test('stays within its organization', async () => {
    const theirs = await t.globex.token();
    const { body } = await search('Contacts', { word: 'hopper' }, theirs);
    expect(body.data).toHaveLength(2);
    expect(body.data.filter(({ id }) => Object.values(ids).includes(id))).toEqual([]);
    expect(await count('Contacts', {}, theirs)).toBe(3);
    expect(await search('Contacts', { criteria: `(id:equals:${ids.grace!})` }, theirs)).toMatchObject({
      status: 204,
    });
  });
});
