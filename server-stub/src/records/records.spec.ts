import type { CrmRecord, RecordPage, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get } from '../testing/requests.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
});
afterAll(() => t.close());

const insert = async (module: string, data: unknown, as = token) => {
  const answer = await t.app.http.inject({
    method: 'POST',
    url: `/crm/v8/${module}`,
    headers: { authorization: `Bearer ${as}` },
    payload: { data } as object,
  });
  return { status: answer.statusCode, body: answer.json<{ data: WriteRow[]; code?: string }>() };
};

describe('insert', () => {
  test('good rows stand beside bad ones', async () => {
    const { status, body } = await insert('leads', [
      { Last_Name: 'Good', Email: 'good@x.test', Unknown: 'ignored' },
      { First_Name: 'No last name' },
      { Last_Name: 'Bad', Email: 'nonsense' },
      { Last_Name: 'Long', Company: 'x'.repeat(201) },
      { Last_Name: 'Twice', Email: 'GOOD@x.test' },
      { Last_Name: 42 },
    ]);
    expect(status).toBe(207);
    expect(body.data.map(({ code }) => code)).toEqual([
      'SUCCESS',
      'MANDATORY_NOT_FOUND',
      'INVALID_DATA',
      'INVALID_DATA',
      'DUPLICATE_DATA',
      'INVALID_DATA',
    ]);
    expect(body.data[2]?.details).toEqual({
      expected_data_type: 'email',
      api_name: 'Email',
      json_path: '$.data[2].Email',
    });
    expect(body.data[4]?.details.duplicate_record).toMatchObject({ id: body.data[0]?.details.id });
    const { body: read } = await get<{ data: CrmRecord[] }>(
      t,
      token,
      `/crm/v8/Leads/${String(body.data[0]?.details.id)}`,
    );
    expect(read.data[0]).toMatchObject({
      Last_Name: 'Good',
      Email: 'good@x.test',
      Owner: { email: 'admin@acme.test' },
    });
    expect(read.data[0]).not.toHaveProperty('Unknown');
  });

  test.each([
    ['Leads', [], 400, 'INVALID_DATA'],
    ['Leads', Array.from({ length: 101 }, () => ({ Last_Name: 'x' })), 400, 'LIMIT_EXCEEDED'],
    ['Nothing', [{ Last_Name: 'x' }], 400, 'INVALID_MODULE'],
    ['Leads', 'text', 400, 'INVALID_DATA'],
  ])('%s %j is refused', async (module, data, status, code) => {
    const answer = await insert(module, data);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('a profile without the right may not', async () => {
    const { status, body } = await insert('Leads', [{ Last_Name: 'x' }], await t.acme.token('guest'));
    expect([status, body.code]).toEqual([403, 'NO_PERMISSION']);
  });
});

describe('list', () => {
  beforeAll(async () => {
    await insert(
      'Contacts',
      Array.from({ length: 25 }, (_, index) => ({ Last_Name: `C${index}` })),
    );
  });
  const list = (query: string, version = 'v8') =>
    get<RecordPage & { code: string }>(t, token, `/crm/${version}/contacts?${query}`);

  test('pages by token reach every record once, newest first', async () => {
    const names: unknown[] = [];
    let query = 'fields=Last_Name&per_page=10';
    for (let more = true; more;) {
      const { body } = await list(query);
      names.push(...body.data.map((record) => record.Last_Name));
      more = body.info.more_records;
      query = `fields=Last_Name&page_token=${body.info.next_page_token}`;
    }
    expect(names).toEqual(Array.from({ length: 25 }, (_, index) => `C${24 - index}`));
  });

  test('pages by number hold the same', async () => {
    const { body } = await list('fields=Last_Name&per_page=10&page=3&sort_order=asc');
    expect(body.data.map((record) => record.Last_Name)).toEqual(['C20', 'C21', 'C22', 'C23', 'C24']);
    expect(body.info).toMatchObject({
      page: 3,
      per_page: 10,
      count: 5,
      more_records: false,
      sort_order: 'asc',
    });
  });

  test('only what was asked for is told, and the id', async () => {
    const { body } = await list('fields=Last_Name,Nothing&per_page=1');
    expect(Object.keys(body.data[0] ?? {}).sort()).toEqual(['Last_Name', 'id']);
  });

  test.each([
    ['v8', '', 'REQUIRED_PARAM_MISSING'],
    ['v8', 'fields=a&per_page=201', 'INVALID_DATA'],
    ['v8', 'fields=a&page=0', 'INVALID_DATA'],
    ['v8', 'fields=a&page=12&per_page=200', 'DISCRETE_PAGINATION_LIMIT_EXCEEDED'],
    ['v8', 'fields=a&page_token=forged', 'INVALID_DATA'],
    ['v8', 'fields=a&page=1&page_token=x', 'AMBIGUITY_DURING_PROCESSING'],
    ['v8', `fields=${Array.from({ length: 51 }, (_, i) => `f${i}`).join()}`, 'LIMIT_EXCEEDED'],
    ['v8', 'fields=a&sort_by=Nonsense', 'INVALID_DATA'],
  ])('%s %s is refused with %s', async (version, query, code) => {
    const { status, body } = await list(query, version);
    expect([status, body.code]).toEqual([400, code]);
  });

  test('nothing found is 204 without a body', async () => {
    expect(await get(t, token, '/crm/v8/Leads/1')).toEqual({ status: 204, body: undefined });
    expect((await get<{ code: string }>(t, token, '/crm/v8/Leads/abc')).body.code).toBe('INVALID_DATA');
    expect((await get<{ code: string }>(t, token, '/crm/v8/Leads/99999999999999999999')).body.code).toBe(
      'INVALID_DATA',
    );
  });
});
