import type { CrmRecord, RecordPage, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let token: string;
let ids: string[];
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  const data = Array.from({ length: 25 }, (_, index) => ({ Last_Name: `C${index}` }));
  const { body } = await send<{ data: WriteRow[] }>(t, token, 'POST', '/crm/v8/Contacts', { data });
  ids = body.data.map(({ details }) => String(details.id));
  // The first became the newest by its change.
  await send(t, token, 'PUT', `/crm/v8/Contacts/${ids[0]}`, { data: [{ Title: 'late' }] });
});
afterAll(() => t.close());

const list = async (query: string, headers: Record<string, string> = {}, as = token) => {
  const answer = await t.app.http.inject({
    url: `/crm/v8/contacts?${query}`,
    headers: { authorization: `Bearer ${as}`, ...headers },
  });
  const text = answer.body || 'null';
  return { status: answer.statusCode, body: JSON.parse(text) as RecordPage & { code?: string } };
};

describe('pages', () => {
  test.each([
    ['id', 'asc'],
    ['id', 'desc'],
    ['Created_Time', 'asc'],
    ['Created_Time', 'desc'],
    ['Modified_Time', 'asc'],
    ['Modified_Time', 'desc'],
  ])('by token, sorted by %s %s, reach every record once', async (sortBy, order) => {
    const seen: string[] = [];
    let query = `fields=Last_Name&per_page=7&sort_by=${sortBy}&sort_order=${order}`;
    for (let more = true; more;) {
      const { body } = await list(query);
      seen.push(...body.data.map(({ id }) => id));
      more = body.info.more_records;
      query = `fields=Last_Name&page_token=${body.info.next_page_token}`;
    }
    const rising = sortBy === 'Modified_Time' ? [...ids.slice(1), ids[0]] : ids;
    expect(seen).toEqual(order === 'asc' ? rising : rising.toReversed());
  });

  test('a token holds for its own list', async () => {
    const { body } = await list('fields=Last_Name&per_page=7');
    const token = body.info.next_page_token;
    for (const other of ['sort_by=Modified_Time', 'per_page=8', 'converted=true', 'sort_order=asc'])
      expect((await list(`fields=Last_Name&page_token=${token}&${other}`)).body.code).toBe(
        'TOKEN_BOUND_DATA_MISMATCH',
      );
    const leads = await get<{ code: string }>(
      t,
      await t.acme.token(),
      `/crm/v8/Leads?fields=Last_Name&page_token=${token}`,
    );
    expect(leads.body.code).toBe('TOKEN_BOUND_DATA_MISMATCH');
    const expired = Buffer.from(
      JSON.stringify({
        ...(JSON.parse(Buffer.from(String(token), 'base64url').toString()) as object),
        expires: 1,
      }),
    ).toString('base64url');
    expect((await list(`fields=Last_Name&page_token=${expired}`)).body.code).toBe('EXPIRED_VALUE');
  });
});

describe('what a list may ask for', () => {
  test('some records by their ids', async () => {
    const { body } = await list(`fields=Last_Name&ids=${ids[3]},${ids[1]},1`);
    expect(body.data.map(({ id }) => id)).toEqual([ids[3], ids[1]]);
  });

  test('a view', async () => {
    const { body } = await get<{ custom_views: { id: string; system_name: string }[] }>(
      t,
      token,
      '/crm/v8/settings/custom_views?module=Contacts',
    );
    const view = (name: string) => body.custom_views.find(({ system_name }) => system_name === name)?.id;
    expect((await list(`fields=Last_Name&cvid=${view('ALLVIEWS')}`)).body.data).toHaveLength(25);
    expect(
      (await list(`fields=Last_Name&cvid=${view('MYVIEWS')}`, {}, await t.acme.token('agent'))).status,
    ).toBe(204);
    expect((await list(`fields=Last_Name&cvid=${view('ALLVIEWS')}&sort_by=id`)).body.code).toBe(
      'AMBIGUITY_DURING_PROCESSING',
    );
  });

  test('what changed since', async () => {
    const { body } = await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/Contacts/${ids[0]}`);
    const at = new Date(String(body.data[0]?.Modified_Time)).getTime();
    const header = (offset: number) => ({ 'if-modified-since': new Date(at + offset).toISOString() });
    expect((await list('fields=Last_Name', header(-60_000))).body.data).toHaveLength(25);
    expect(await list('fields=Last_Name', header(60_000))).toEqual({ status: 304, body: null });
    expect((await list('fields=Last_Name', { 'if-modified-since': 'yesterday' })).body.code).toBe(
      'INVALID_DATA',
    );
  });

  test('names of objects that every object has are no fields', async () => {
    const { body } = await list('fields=toString,__proto__,constructor&per_page=1');
    expect(body.data.map((record) => Object.keys(record))).toEqual([['id']]);
  });

  test.each([
    ['fields=a&ids=x', 'INVALID_DATA'],
    ['fields=a&converted=maybe', 'INVALID_DATA'],
    ['fields=a&sort_by=Last_Name', 'INVALID_DATA'],
    ['fields=a&sort_order=up', 'INVALID_DATA'],
    ['fields=a&cvid=1', 'INVALID_DATA'],
    ['fields=a&territory_id=1', 'NOT_SUPPORTED'],
    ['fields=a&page=501&per_page=200', 'PAGINATION_LIMIT_EXCEEDED'],
    ['fields=a&page=11&per_page=200', 'DISCRETE_PAGINATION_LIMIT_EXCEEDED'],
  ])('%s is refused with %s', async (query, code) => {
    const { status, body } = await list(query);
    expect([status, body.code]).toEqual([400, code]);
  });
});

describe('rows of a private module', () => {
  test('are seen by their owner, in lists, single reads, lookups and the deleted', async () => {
    const agent = await t.acme.token('agent');
    await t.database.pool.query(
      "insert into module_sharing (org_id, module, share_type) values ($1, 'Accounts', 'private') on conflict (org_id, module) do update set share_type = 'private'",
      [t.acme.orgId],
    );
    const insert = async (module: string, row: object) =>
      (await send<{ data: WriteRow[] }>(t, token, 'POST', `/crm/v8/${module}`, { data: [row] })).body.data[0]
        ?.details.id as string;
    const owner = t.acme.users.agent;
    const [mine, theirs] = [
      await insert('Accounts', { Account_Name: 'Mine', Owner: owner }),
      await insert('Accounts', { Account_Name: 'Theirs' }),
    ];
    const seen = await get<RecordPage>(t, agent, '/crm/v8/Accounts?fields=Account_Name');
    expect(seen.body.data.map(({ id }) => id)).toEqual([mine]);
    expect((await get(t, agent, `/crm/v8/Accounts/${theirs}`)).status).toBe(204);
    const contact = await insert('Contacts', { Last_Name: 'x', Account_Name: theirs, Owner: owner });
    const read = await get<{ data: CrmRecord[] }>(t, agent, `/crm/v8/Contacts/${contact}`);
    expect(read.body.data[0]?.Account_Name).toBeNull();
    const pointing = await send<{ data: WriteRow[] }>(t, agent, 'POST', '/crm/v8/Contacts', {
      data: [{ Last_Name: 'y', Account_Name: theirs }],
    });
    expect(pointing.body.data[0]?.details.api_name).toBe('Account_Name');
    await send(t, token, 'DELETE', `/crm/v8/Accounts?ids=${mine},${theirs}`);
    const deleted = await get<RecordPage>(t, agent, '/crm/v8/Accounts/deleted');
    expect(deleted.body.data.map(({ id }) => id)).toEqual([mine]);
  });
});
