import type { CrmRecord, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let token: string;
let globex: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  globex = await t.globex.token();
});
afterAll(() => t.close());

interface Answer {
  data: WriteRow[];
  code: string;
}
const write = (method: 'POST' | 'PUT', path: string, body: object, headers = {}) =>
  send<Answer>(t, token, method, `/crm/v8/${path}`, body, headers);
const remove = (path: string, as = token) => send<Answer>(t, as, 'DELETE', `/crm/v8/${path}`);
const insert = async (module: string, row: object, as = token) =>
  String((await send<Answer>(t, as, 'POST', `/crm/v8/${module}`, { data: [row] })).body.data[0]?.details.id);
const read = async (module: string, id: string) =>
  (await get<{ data: CrmRecord[] } | undefined>(t, token, `/crm/v8/${module}/${id}`)).body?.data[0];
const codes = ({ body }: { body: Answer }) => body.data.map(({ code }) => code);
const seconds = (offset: number) => new Date(Date.now() + offset * 1000).toISOString().replace(/\.\d+/, '');

/** What is told to other domains by a request, copied as it is written. */
async function eventsDuring<T>(work: () => Promise<T>) {
  const { pool } = t.database;
  await pool.query(`
    create table told (topic text, key text, payload jsonb);
    create function tell() returns trigger language plpgsql as
      'begin insert into told values (new.topic, new.key, new.payload); return new; end';
    create trigger tell before insert on outbox for each row execute function tell()`);
  const answer = await work();
  const { rows: events } = await pool.query('select * from told');
  await pool.query('drop trigger tell on outbox; drop function tell; drop table told');
  return { answer, events };
}

describe('insert', () => {
  test('a value of every kind comes back as it is told', async () => {
    const account = await insert('Accounts', { Account_Name: 'Initech' });
    const id = await insert('Deals', {
      Deal_Name: 'Big',
      Stage: 'Closed Won',
      Amount: 10.005,
      Closing_Date: '2026-03-01',
      Account_Name: { id: account },
      Owner: t.acme.users.agent,
      Created_Time: '1999-01-01T00:00:00Z',
    });
    const deal = await read('deals', id);
    expect(deal).toMatchObject({
      Deal_Name: 'Big',
      Amount: expect.closeTo(10, 1) as number,
      Closing_Date: '2026-03-01',
      Account_Name: { id: account, name: 'Initech' },
      Owner: { id: t.acme.users.agent, email: 'agent@acme.test' },
      Created_By: { id: t.acme.users.admin },
      $editable: true,
      $approval_state: 'approved',
    });
    expect(deal?.Created_Time).toMatch(/^20[^1]\d-.*\+00:00$/);
  });

  test('references must be there, in this organization', async () => {
    const theirs = await insert('Accounts', { Account_Name: 'Theirs' }, globex);
    const lead = await insert('Leads', { Last_Name: 'No account' });
    const base = { Deal_Name: 'x', Stage: 'Qualification' };
    const answer = await write('POST', 'Deals', {
      data: [
        { ...base, Account_Name: theirs },
        { ...base, Account_Name: { id: lead } },
        { ...base, Account_Name: { name: 'Initech' } },
        { ...base, Owner: t.globex.users.admin },
        base,
      ],
    });
    expect([answer.status, codes(answer)]).toEqual([
      207,
      ['INVALID_DATA', 'INVALID_DATA', 'INVALID_DATA', 'INVALID_DATA', 'SUCCESS'],
    ]);
    expect(answer.body.data[0]?.details).toMatchObject({
      api_name: 'Account_Name',
      json_path: '$.data[0].Account_Name',
    });
  });

  test('all bad is 400, and 202 in version 2', async () => {
    const body = { data: [{ First_Name: 'x' }] };
    expect((await write('POST', 'Leads', body)).status).toBe(400);
    expect((await send(t, token, 'POST', '/crm/v2/Leads', body)).status).toBe(202);
  });
});

describe('update', () => {
  test('changes what it names and tells others what changed, and which automation may run', async () => {
    const id = await insert('Leads', { Last_Name: 'Old', First_Name: 'Keep', Company: 'Gone' });
    const told = await eventsDuring(() =>
      write('PUT', `Leads/${id}`, { data: [{ Last_Name: 'New', Company: null }], trigger: [] }),
    );
    expect([told.answer.status, told.answer.body.data[0]?.message]).toEqual([200, 'record updated']);
    expect(told.events).toEqual([
      {
        topic: 'record.updated',
        key: id,
        payload: {
          module: 'Leads',
          userId: t.acme.users.admin,
          trigger: [],
          changes: { Last_Name: { old: 'Old', new: 'New' }, Company: { old: 'Gone', new: null } },
        },
      },
    ]);
    expect(await read('Leads', id)).toMatchObject({
      Full_Name: 'Keep New',
      Company: null,
      Modified_By: { id: t.acme.users.admin },
    });
  });

  test('of many rows, each by its id; a record named twice is changed in turn', async () => {
    const [a, b] = [
      await insert('Contacts', { Last_Name: 'a' }),
      await insert('Contacts', { Last_Name: 'b' }),
    ];
    const answer = await write('PUT', 'Contacts', {
      data: [
        { id: a, Title: 'one' },
        { id: b, Email: 'nonsense' },
        { Title: 'nobody' },
        { id: '1', Title: 'nobody' },
        { id: a, Department: 'two' },
        { id: a, Last_Name: '  ' },
      ],
    });
    expect(codes(answer)).toEqual([
      'SUCCESS',
      'INVALID_DATA',
      'MANDATORY_NOT_FOUND',
      'INVALID_DATA',
      'SUCCESS',
      'MANDATORY_NOT_FOUND',
    ]);
    expect(await read('Contacts', a)).toMatchObject({ Title: 'one', Department: 'two' });
  });

  test('a unique value that is taken is refused, the rows beside it are written', async () => {
    await insert('Accounts', { Account_Name: 'Taken' });
    const [a, b] = [
      await insert('Accounts', { Account_Name: 'A' }),
      await insert('Accounts', { Account_Name: 'B' }),
    ];
    const answer = await write('PUT', 'Accounts', {
      data: [
        { id: a, Account_Name: 'TAKEN' },
        { id: b, Account_Name: 'B2' },
      ],
    });
    expect([answer.status, codes(answer)]).toEqual([207, ['DUPLICATE_DATA', 'SUCCESS']]);
    expect((await read('Accounts', a))?.Account_Name).toBe('A');
    expect((await read('Accounts', b))?.Account_Name).toBe('B2');
  });

  test('If-Unmodified-Since protects what somebody else changed', async () => {
    const id = await insert('Leads', { Last_Name: 'x' });
    const late = await write(
      'PUT',
      `Leads/${id}`,
      { data: [{ Title: 't' }] },
      { 'if-unmodified-since': seconds(-60) },
    );
    expect([late.status, codes(late)]).toEqual([412, ['ALREADY_MODIFIED']]);
    const fine = await write(
      'PUT',
      `Leads/${id}`,
      { data: [{ Title: 't' }] },
      { 'if-unmodified-since': seconds(5) },
    );
    expect(fine.status).toBe(200);
  });

  test('another organization finds nothing to change or delete', async () => {
    const id = await insert('Leads', { Last_Name: 'Mine' });
    const put = await send<Answer>(t, globex, 'PUT', `/crm/v8/Leads/${id}`, {
      data: [{ Last_Name: 'Theirs' }],
    });
    expect([put.status, codes(put)]).toEqual([400, ['INVALID_DATA']]);
    expect((await remove(`Leads/${id}`, globex)).status).toBe(400);
    expect((await read('Leads', id))?.Last_Name).toBe('Mine');
  });
});

describe('upsert', () => {
  test('finds by the fields given, in their order, and says how', async () => {
    const id = await insert('Contacts', { Last_Name: 'Known', Email: 'known@x.test' });
    const answer = await write('POST', 'Contacts/upsert', {
      data: [
        { Last_Name: 'Changed', Email: 'KNOWN@x.test' },
        { Last_Name: 'Fresh', Email: 'fresh@x.test' },
        { Email: 'fresh@x.test', Title: 'CEO' },
        { Email: 'bad' },
      ],
      duplicate_check_fields: ['Email'],
    });
    expect(answer.status).toBe(207);
    expect(answer.body.data).toMatchObject([
      { action: 'update', duplicate_field: 'Email', details: { id }, message: 'record updated' },
      { action: 'insert', duplicate_field: null, message: 'record added' },
      { action: 'update', duplicate_field: 'Email' },
      { code: 'MANDATORY_NOT_FOUND', details: { json_path: '$.data[3].Last_Name' } },
    ]);
    expect(answer.body.data[2]?.details.id).toBe(answer.body.data[1]?.details.id);
    expect((await read('Contacts', id))?.Last_Name).toBe('Changed');
  });

  test('many at once make one record', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        write('POST', 'Leads/upsert', { data: [{ Last_Name: `n${index}`, Email: 'race@x.test' }] }),
      ),
    );
    expect(new Set(answers.map(({ body }) => body.data[0]?.details.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.data[0]?.action === 'insert')).toHaveLength(1);
  });

  test('a field that cannot find records is refused', async () => {
    const answer = await write('POST', 'Leads/upsert', {
      data: [{ Last_Name: 'x' }],
      duplicate_check_fields: ['Title'],
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_DATA']);
  });
});

describe('delete', () => {
  test('moves to the recycle bin, which says who did it', async () => {
    const ids = [
      await insert('Products', { Product_Name: 'P1' }),
      await insert('Products', { Product_Name: 'P2' }),
    ];
    const answer = await remove(`Products?ids=${ids.join()},1`);
    expect([answer.status, codes(answer)]).toEqual([207, ['SUCCESS', 'SUCCESS', 'INVALID_DATA']]);
    expect(await read('Products', ids[0] ?? '')).toBeUndefined();
    const { body } = await get<{ data: CrmRecord[] }>(
      t,
      token,
      '/crm/v8/Products/deleted?type=recycle&fields=Product_Name',
    );
    expect(body.data).toMatchObject([
      { id: ids[1], display_name: 'P2', type: 'recycle', deleted_by: { id: t.acme.users.admin } },
      { id: ids[0] },
    ]);
    expect((await get(t, token, '/crm/v8/Products/deleted?type=permanent')).status).toBe(204);
    expect((await get(t, globex, '/crm/v8/Products/deleted')).status).toBe(204);
  });

  test('a value that was unique is free again, and lookups to it are empty', async () => {
    const account = await insert('Accounts', { Account_Name: 'Phoenix' });
    const contact = await insert('Contacts', { Last_Name: 'x', Account_Name: account });
    await remove(`Accounts/${account}`);
    expect((await read('Contacts', contact))?.Account_Name).toBeNull();
    expect(await insert('Accounts', { Account_Name: 'phoenix' })).toMatch(/^\d+$/);
  });

  test.each([
    ['Products', 400, 'REQUIRED_PARAM_MISSING'],
    ['Products?ids=1,x', 400, 'INVALID_DATA'],
    ['Products/x', 400, 'INVALID_DATA'],
    ['Actions_Performed/1', 400, 'NOT_SUPPORTED'],
  ])('%s is refused', async (path, status, code) => {
    const answer = await remove(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
