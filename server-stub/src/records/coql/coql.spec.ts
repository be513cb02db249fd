import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send } from '../../testing/requests.js';
import { insert, seedSales } from '../../testing/sales.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface Answer {
  data: Record<string, unknown>[];
  info: { count: number; more_records: boolean };
  code: string;
  details: Record<string, unknown>;
}

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

const query = (select_query: string, as = token, version = 'v8') =>
  send<Answer>(t, as, 'POST', `/crm/${version}/coql`, { select_query });

describe('a query', () => {
  test('answers with the columns asked for and the id, in order', async () => {
    const { status, body } = await query(
      "select Last_Name, Account_Name, Owner as keeper from Contacts where Last_Name like 'hopper%' order by Last_Name desc",
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        {
          id: ids.zoe,
          Last_Name: 'Hopper-Blanc',
          Account_Name: { id: ids.elan, name: 'Élan (Paris), SA' },
          keeper: { id: t.acme.users.agent, name: 'Noah Bernard', email: 'agent@acme.test' },
        },
        {
          id: ids.grace,
          Last_Name: 'Hopper',
          Account_Name: { id: ids.northwind, name: 'Northwind Traders' },
          keeper: { id: t.acme.users.admin, name: 'Ada Martin', email: 'admin@acme.test' },
        },
      ],
      info: { count: 2, more_records: false },
    });
  });

  test('joins through lookups: in columns, conditions and order', async () => {
    const { body } = await query(
      `select Deal_Name, Account_Name.Account_Name, Account_Name.Phone as phone, Account_Name.Owner, Account_Name.id, Account_Name.name
       from Deals where Account_Name.Employees > 1 and Closing_Date between '2026-01-01' and '2026-12-31'
       order by Account_Name.Employees asc`,
    );
    expect(body.data).toEqual([
      {
        id: ids.small,
        Deal_Name: 'Small',
        'Account_Name.Account_Name': 'Élan (Paris), SA',
        phone: null,
        'Account_Name.Owner': { id: t.acme.users.agent, name: 'Noah Bernard', email: 'agent@acme.test' },
        'Account_Name.id': ids.elan,
        'Account_Name.name': 'Élan (Paris), SA',
      },
      {
        id: ids.big,
        Deal_Name: 'Big',
        'Account_Name.Account_Name': 'Northwind Traders',
        phone: '+33 1 23 45 67 89',
        'Account_Name.Owner': { id: t.acme.users.admin, name: 'Ada Martin', email: 'admin@acme.test' },
        'Account_Name.id': ids.northwind,
        'Account_Name.name': 'Northwind Traders',
      },
    ]);
  });

  test('joins twice, and keeps rows that refer to nothing', async () => {
    const [child] = await insert(t, token, 'Accounts', [
      { Account_Name: 'Child', Parent_Account: ids.northwind },
    ]);
    await insert(t, token, 'Deals', [{ Deal_Name: 'Nested', Stage: 'Qualification', Account_Name: child }]);
    const { body } = await query(
      `select Deal_Name, Account_Name.Parent_Account.Account_Name from Deals
       where Account_Name.Parent_Account.Phone = '+33 1 23 45 67 89' or Account_Name is null`,
    );
    expect(body.data.map((row) => [row.Deal_Name, row['Account_Name.Parent_Account.Account_Name']])).toEqual([
      ['Unknown', null],
      ['Nested', 'Northwind Traders'],
    ]);
  });

  test.each([
    ['Amount = 10', ['Small']],
    ['Amount != 10', ['Big', 'Unknown']],
    ['Amount > 10', ['Big']],
    ['Amount in (10, 50000.5)', ['Big', 'Small']],
    ['Amount not in (10)', ['Big', 'Unknown']],
    ['Amount is null', ['Unknown']],
    ['Amount not between 0 and 100', ['Big', 'Unknown']],
    ["Stage = 'closed won' and Closing_Date <= '2026-01-31'", ['Small']],
    ["Deal_Name like '%n%' or Deal_Name like 'b%'", ['Big', 'Unknown']],
    ["Deal_Name not like '%n%'", ['Big', 'Small']],
    ["Owner = 'Noah Bernard'", ['Small', 'Unknown']],
    ["Created_Time >= '2020-01-01T00:00:00+00:00'", ['Big', 'Small', 'Unknown']],
    ['Amount = 10 or (Amount > 10 and Amount < 5)', ['Small']],
  ])('where %s', async (condition, names) => {
    const { body, status } = await query(
      `select Deal_Name from Deals where (${condition}) and Deal_Name in ('Big', 'Small', 'Unknown') order by Deal_Name`,
    );
    expect(status).toBe(200);
    expect(body.data.map((row) => row.Deal_Name)).toEqual(names);
  });

  test('reads a part: limit, offset and whether there is more', async () => {
    const part = (clause: string) => query(`select id from Contacts order by id ${clause}`);
    const { body: first } = await part('limit 2');
    expect(first).toEqual({
      data: [{ id: ids.grace }, { id: ids.zoe }],
      info: { count: 2, more_records: true },
    });
    const { body: second } = await part('limit 2, 2');
    expect(second).toEqual({ data: [{ id: ids.solo }], info: { count: 1, more_records: false } });
    expect(await part('limit 2 offset 3')).toEqual({ status: 204, body: undefined });
  });

  test('counts and sums, in groups', async () => {
    const { body } = await query(
      `select Stage, count(id) as deals, SUM(Amount), min(Closing_Date), Owner from Deals
       where Deal_Name in ('Big', 'Small', 'Unknown') group by Stage, Owner order by deals desc`,
    );
    expect(body.data).toEqual([
      {
        Stage: 'Closed Won',
        deals: 2,
        'SUM(Amount)': 10,
        'min(Closing_Date)': '2026-01-31',
        Owner: { id: t.acme.users.agent, name: 'Noah Bernard', email: 'agent@acme.test' },
      },
      {
        Stage: 'Qualification',
        deals: 1,
        'SUM(Amount)': 50_000.5,
        'min(Closing_Date)': '2026-06-30',
        Owner: { id: t.acme.users.admin, name: 'Ada Martin', email: 'admin@acme.test' },
      },
    ]);
    const whole = await query(
      "select count(*), avg(Amount) as mean, max(Account_Name.Employees) from Deals where Deal_Name in ('Big', 'Small')",
    );
    expect(whole.body.data).toEqual([{ 'count(*)': 2, mean: 25_005.25, 'max(Account_Name.Employees)': 120 }]);
  });
});

describe('what cannot be asked', () => {
  test.each([
    ['select', 'SYNTAX_ERROR', {}],
    ['select Nothing from Deals', 'INVALID_QUERY', { column: 'Nothing' }],
    ['select Deal_Name.Stage from Deals', 'INVALID_QUERY', { column: 'Deal_Name.Stage' }],
    ['select Account_Name.Parent_Account.Parent_Account.Phone from Deals', 'INVALID_QUERY', {}],
    ['select id from Nothing', 'INVALID_QUERY', { module: 'Nothing' }],
    ['select id from Attachments', 'NOT_SUPPORTED', { module: 'Attachments' }],
    ["select id from Deals where Nothing = 'x'", 'INVALID_QUERY', { column: 'Nothing' }],
    ["select id from Deals where Amount = 'many'", 'INVALID_QUERY', { column: 'Amount' }],
    ["select id from Deals where Amount like 'x%'", 'INVALID_QUERY', { column: 'Amount' }],
    ['select id from Deals order by Nothing', 'INVALID_QUERY', { column: 'Nothing' }],
    ['select Stage, count(id) from Deals', 'INVALID_QUERY', { column: 'Stage' }],
    ['select sum(Stage) from Deals', 'INVALID_QUERY', { column: 'Stage' }],
    ['select Stage from Deals group by Stage order by Amount', 'INVALID_QUERY', { column: 'Amount' }],
    ['select id from Deals limit 2001', 'LIMIT_EXCEEDED', { limit: 2000 }],
    ['select Stage, stage from Deals', 'DUPLICATE_DATA', {}],
    ['select Stage as a, Amount as a from Deals', 'DUPLICATE_ALIAS', {}],
    ['select Stage as select from Deals', 'INVALID_ALIAS', {}],
    [
      `select id from Deals where id in (${Array.from({ length: 101 }, (_, i) => i).join()})`,
      'LIMIT_EXCEEDED',
      {},
    ],
  ])('%s', async (text, code, details) => {
    expect(await query(text)).toMatchObject({ status: 400, body: { code, details, status: 'error' } });
  });

  test('more than 200 rows before version 8', async () => {
    expect((await query('select id from Deals limit 2000')).status).toBe(200);
    expect((await query('select id from Deals limit 201', token, 'v7')).body.code).toBe('LIMIT_EXCEEDED');
    expect((await query('select id from Deals limit 200', token, 'v2')).status).toBe(200);
  });

  test('a body without a query', async () => {
    expect(await send(t, token, 'POST', '/crm/v8/coql', {})).toMatchObject({ status: 400 });
    expect(await query(`select id from Deals where ${'x'.repeat(20_000)}`)).toMatchObject({ status: 400 });
  });
});

describe('rights', () => {
  test('hold for rows and for what is joined', async () => {
    const share = (type: string) =>
      sql`update module_sharing set share_type = ${type} where org_id = ${t.acme.orgId} and module in ('Deals', 'Accounts')`.execute(
        t.database.db,
      );
    const [hidden] = await insert(t, token, 'Deals', [
      {
        Deal_Name: 'Shown',
        Stage: 'Qualification',
        Account_Name: ids.northwind,
        Owner: { id: t.acme.users.agent },
      },
    ]);
    await share('private');
    try {
      const agent = await t.acme.token('agent');
      const { body } = await query(
        "select Deal_Name, Account_Name, Account_Name.Phone from Deals where Deal_Name in ('Big', 'Small', 'Shown') order by Deal_Name",
        agent,
      );
      expect(body.data).toEqual([
        { id: hidden, Deal_Name: 'Shown', Account_Name: null, 'Account_Name.Phone': null },
        {
          id: ids.small,
          Deal_Name: 'Small',
          Account_Name: { id: ids.elan, name: 'Élan (Paris), SA' },
          'Account_Name.Phone': null,
        },
      ]);
      expect((await query("select id from Deals where Account_Name.Phone like '+33%'", agent)).status).toBe(
        204,
      );
      expect((await query('select count(id) as n from Deals', agent)).body.data).toEqual([{ n: 3 }]);
    } finally {
      await share('public');
    }
  });

  test('hold for modules: the one asked and those joined', async () => {
    await sql`update profile set permissions = array_remove(permissions, 'Accounts.view') where org_id = ${t.acme.orgId} and name = 'Guest'`.execute(
      t.database.db,
    );
    const guest = await t.acme.token('guest');
    const refused = (name: string) => ({
      status: 403,
      body: { code: 'NO_PERMISSION', details: { permissions: [`Crm_Implied_View_${name}`] } },
    });
    expect(await query('select Subject from Tasks', guest)).toMatchObject(refused('Tasks'));
    expect(await query('select Account_Name.Phone from Deals', guest)).toMatchObject(refused('Accounts'));
    expect((await query('select Deal_Name from Deals', guest)).status).toBe(200);
  });

  test('stay within the organization', async () => {
    const { body } = await query('select Deal_Name from Deals', await t.globex.token());
    expect(body.data.map((row) => row.Deal_Name)).toEqual(['Big', 'Small', 'Unknown']);
    expect(body.data.filter(({ id }) => Object.values(ids).includes(String(id)))).toEqual([]);
  });
});
