import type { CrmRecord, RecordPage } from '@crm-elements/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { get, send } from '../../server-stub/src/testing/requests.js';
import { createTestApp, type TestApp } from '../../server-stub/src/testing/test-app.js';
import { requests, type FieldDescription, type Terrain } from './fuzzing.js';

/** `CRM_FUZZ=20000 npx vitest run tests/server/fuzz.spec.ts` is the long form. */
const RUNS = Number(process.env.CRM_FUZZ ?? 500);
const SEED = 20_260_101;

const written = ['Leads', 'Contacts', 'Accounts', 'Deals', 'Tasks', 'Events', 'Products', 'Notes'];
const custom = [
  'text',
  'email',
  'integer',
  'bigint',
  'double',
  'percent',
  'boolean',
  'date',
  'datetime',
  'website',
];

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  const made = custom.map((type) => ({ field_label: `Any ${type}`, data_type: type }));
  for (const fields of [made.slice(0, 5), made.slice(5)])
    await send(t, token, 'POST', '/crm/v8/settings/fields?module=Leads', { fields });
});
afterAll(() => t.close());

const fieldsOf = async (module: string) =>
  (await get<{ fields: FieldDescription[] }>(t, token, `/crm/v8/settings/fields?module=${module}`)).body
    .fields;

async function survey(): Promise<Terrain> {
  const fields = new Map<string, FieldDescription[]>();
  const records = new Map<string, string[]>();
  const users = Object.values(t.acme.users);
  for (const module of written) {
    fields.set(module, await fieldsOf(module));
    const data = [1, 2, 3].map((index) => ({
      ...{
        Last_Name: `n${index}`,
        Account_Name: `a${index}`,
        Deal_Name: 'd',
        Stage: 'Qualification',
        Subject: 's',
      },
      ...{ Event_Title: 'e', Start_DateTime: '2026-01-01T00:00:00Z', End_DateTime: '2026-01-01T01:00:00Z' },
      ...{ Product_Name: 'p', Note_Content: 'c', ...(module !== 'Accounts' && { Account_Name: null }) },
    }));
    const { body } = await send<{ data: { details: { id?: string } }[] }>(
      t,
      token,
      'POST',
      `/crm/v8/${module}`,
      { data },
    );
    const made = body.data.flatMap(({ details }) => details.id ?? []);
    if (made.length) records.set(module, made);
  }
  const ids = [...users, ...Object.values(t.globex.users), ...[...records.values()].flat()];
  return { fields, records, users, ids };
}

const shapes: Record<string, (value: never, field: FieldDescription) => boolean> = {
  email: (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  phone: (value: string) => /^[\d\s().+/-]+$/.test(value),
  website: (value: string) => /^\S+\.\S+|^\w+:\/\/\S+$/.test(value),
  picklist: (value: string, field) =>
    field.pick_list_values.some(({ actual_value }) => actual_value === value),
  multiselectpicklist: (value: string[], field) =>
    value.every((each) => field.pick_list_values.some(({ actual_value }) => actual_value === each)),
  integer: (value: number, { length }) => Number.isInteger(value) && Math.abs(value) < 10 ** length,
  bigint: (value: string) => /^-?\d{1,19}$/.test(value),
  double: (value: number) => Number.isFinite(value),
  currency: (value: number) => Number.isFinite(value),
  percent: (value: number, { length }) => Math.abs(value) < 10 ** length,
  boolean: (value: unknown) => typeof value === 'boolean',
  date: (value: string) => new Date(value).toISOString().slice(0, 10) === value,
  datetime: (value: string) => value.endsWith('+00:00') && !Number.isNaN(Date.parse(value)),
  lookup: (value: { id: string }) => /^\d+$/.test(value.id),
  ownerlookup: (value: { id: string }) => /^\d+$/.test(value.id),
};

/** What is wrong with a stored record, by a judge who shares no code with the server. */
function faults(record: CrmRecord, fields: FieldDescription[]): string[] {
  return fields.flatMap((field) => {
    const value = record[field.api_name];
    if (value === null || value === undefined)
      return field.system_mandatory && field.data_type !== 'lookup' ? [`${field.api_name} is missing`] : [];
    if (typeof value === 'string' && value.replace(/^-(?=\d+$)/, '').length > field.length)
      return [`${field.api_name} is too long`];
    // Tags are texts that come as a list.
    if (field.data_type === 'text' && field.json_type === 'jsonarray')
      return Array.isArray(value) ? [] : [`${field.api_name} is no list`];
    const fits =
      shapes[field.data_type]?.(value as never, field) ??
      (typeof value === 'string' && !value.includes('\0'));
    return fits ? [] : [`${field.api_name} is no ${field.data_type}: ${JSON.stringify(value)}`];
  });
}

test(
  `${RUNS} generated requests get no 5xx and leave no row that a validator would refuse`,
  async () => {
    const terrain = await survey();
    const statuses = new Map<number, number>();
    const generated = fc.sample(requests(terrain), { numRuns: RUNS, seed: SEED });
    for (const { method, url, body } of generated) {
      const answer = await t.app.http.inject({
        method,
        url,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      });
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
      expect(answer.statusCode, `${method} ${url} ${JSON.stringify(body)}: ${answer.body}`).toBeLessThan(500);
      if (answer.statusCode >= 400 && String(answer.headers['content-type']).startsWith('application/json'))
        expect(answer.json(), url).toSatisfy(
          (each: object) => 'code' in each || 'data' in each || Object.values(each).some(Array.isArray),
        );
    }
    // Neither all refused nor all taken: both sides of every check are met.
    for (const status of [200, 201, 204, 207, 400])
      expect(statuses.get(status), `status ${status}`).toBeGreaterThan(0);
    for (const module of written) {
      const fields = await fieldsOf(module);
      for (let page = '', more = true; more;) {
        const { status, body } = await get<RecordPage>(t, token, `/crm/v2/${module}?converted=both${page}`);
        if (status === 204) break;
        for (const record of body.data) expect(faults(record, fields), `${module} ${record.id}`).toEqual([]);
        more = body.info.more_records;
        page = `&page_token=${body.info.next_page_token}`;
      }
    }
  },
  RUNS * 100 + 30_000,
);
