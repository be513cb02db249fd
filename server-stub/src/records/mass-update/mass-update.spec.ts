import type { RecordPage, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let token: string;
const COUNT = 150;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  for (const as of [token, await t.globex.token()])
    for (let start = 0; start < COUNT; start += 75)
      await send(t, as, 'POST', '/crm/v8/Deals', {
        data: Array.from({ length: 75 }, (_, index) => ({
          Deal_Name: `Deal ${start + index}`,
          Stage: (start + index) % 3 ? 'Qualification' : 'Closed Lost',
        })),
      });
});
afterAll(() => t.close());

interface Answer {
  data: WriteRow[];
  code: string;
}
interface State {
  data: Record<string, unknown>[];
}
const url = '/crm/v8/Deals/actions/mass_update';
const massUpdate = (body: object) => send<Answer>(t, token, 'POST', url, body);
const count = async (stage: string, as = token) =>
  (
    await get<{ count: number }>(
      t,
      as,
      `/crm/v8/Deals/actions/count?criteria=(Stage:equals:${encodeURIComponent(stage)})`,
    )
  ).body.count;

describe('mass update', () => {
  test('by ids is done at once, row by row', async () => {
    const { body } = await get<RecordPage>(t, token, '/crm/v8/Deals?fields=Stage&per_page=2&sort_order=asc');
    const ids = [...body.data.map(({ id }) => id), '1'];
    const answer = await massUpdate({ data: [{ Next_Step: 'Call' }], ids });
    expect([answer.status, answer.body.data.map(({ code }) => code)]).toEqual([
      207,
      ['SUCCESS', 'SUCCESS', 'INVALID_DATA'],
    ]);
  });

  test('by criteria is a job over all that meet them, in this organization alone', async () => {
    const before = await count('Closed Lost', await t.globex.token());
    const answer = await massUpdate({
      data: [{ Stage: 'Closed Won' }],
      criteria: '(Stage:equals:Qualification)',
    });
    const { job_id: id } = answer.body.data[0]?.details as { job_id: string };
    const { body } = await eventually(
      () => get<State>(t, token, `${url}?job_id=${id}`),
      (state) => state.body.data[0]?.Status === 'COMPLETED',
    );
    expect(body.data[0]).toMatchObject({
      Total_Count: 100,
      Updated_Count: 100,
      Failed_Count: 0,
      Not_Updated_Count: 0,
    });
    expect([await count('Closed Won'), await count('Qualification'), await count('Closed Lost')]).toEqual([
      100, 0, 50,
    ]);
    expect(await count('Closed Lost', await t.globex.token())).toBe(before);
    expect((await get(t, await t.globex.token(), `${url}?job_id=${id}`)).status).toBe(204);
  });

  test('tells the first records that failed, and why', async () => {
    const answer = await massUpdate({
      data: [{ Account_Name: { id: '1' } }],
      criteria: '(Stage:equals:Closed Lost)',
    });
    const { job_id: id } = answer.body.data[0]?.details as { job_id: string };
    const { body } = await eventually(
      () => get<State>(t, token, `${url}?job_id=${id}`),
      (state) => state.body.data[0]?.Status === 'COMPLETED',
    );
    const [job] = body.data;
    expect(job).toMatchObject({ Updated_Count: 0, Failed_Count: 50 });
    const failed = job?.Failed_Records as { id: string; code: string; message: string }[];
    expect(failed).toHaveLength(20);
    expect(failed[0]).toMatchObject({ code: 'INVALID_DATA', message: expect.any(String) as string });
    const { body: lost } = await get<RecordPage>(t, token, `/crm/v8/Deals?fields=Stage&ids=${failed[0]?.id}`);
    expect(lost.data[0]?.Stage).toBe('Closed Lost');
  });

  test.each([
    [{ data: [{ Stage: 'Closed Won' }] }, 'EXPECTED_PARAM_MISSING'],
    [{ data: [{ Stage: 'Closed Won' }], cvid: '1' }, 'INVALID_DATA'],
    [{ data: [{ Stage: 'Closed Won' }], criteria: '(Nothing:equals:x)' }, 'INVALID_QUERY'],
    [{ data: [{}], ids: ['1'] }, 'INVALID_DATA'],
  ])('%j is refused with %s', async (body, code) => {
    const answer = await massUpdate(body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  test('values that do not fit start nothing', async () => {
    const answer = await massUpdate({
      data: [{ Stage: 'No such stage' }],
      criteria: '(Stage:equals:Closed Won)',
    });
    expect([answer.status, answer.body.data[0]?.code]).toEqual([400, 'INVALID_DATA']);
  });
});
