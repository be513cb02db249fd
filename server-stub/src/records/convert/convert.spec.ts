import type { CrmRecord, RecordPage, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { upload } from '../../testing/upload.js';

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
});
afterAll(() => t.close());

interface Answer {
  data: WriteRow[];
  code: string;
}
type Made = Record<'Contacts' | 'Accounts' | 'Deals', { id: string; name: string } | null>;

const insert = async (module: string, row: object) =>
  String(
    (await send<Answer>(t, token, 'POST', `/crm/v8/${module}`, { data: [row] })).body.data[0]?.details.id,
  );
const convert = (id: string, given: object = {}, as = token) =>
  send<Answer>(t, as, 'POST', `/crm/v8/Leads/${id}/actions/convert`, { data: [given] });
const read = async (module: string, id = '') =>
  (await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/${module}/${id}`)).body.data[0];
const leads = async (query: string) =>
  (await get<RecordPage | undefined>(t, token, `/crm/v8/Leads?fields=Last_Name&${query}`)).body?.data.map(
    ({ id }) => id,
  ) ?? [];

describe('converting a lead', () => {
  test('makes a contact, an account and a deal of it', async () => {
    const id = await insert('Leads', {
      First_Name: 'Ada',
      Last_Name: 'Byron',
      Email: 'ada@engine.test',
      Company: 'Engine & Sons',
      City: 'London',
      Owner: t.acme.users.agent,
    });
    const { status, body } = await convert(id, {
      Deals: { Deal_Name: 'Engine', Stage: 'Qualification', Amount: 5 },
    });
    expect([status, body.data[0]?.code]).toEqual([200, 'SUCCESS']);
    const made = body.data[0]?.details as unknown as Made;
    expect(made).toMatchObject({
      Contacts: { name: 'Ada Byron' },
      Accounts: { name: 'Engine & Sons' },
      Deals: { name: 'Engine' },
    });
    expect(await read('Contacts', made.Contacts?.id)).toMatchObject({
      Email: 'ada@engine.test',
      Mailing_City: 'London',
      Account_Name: made.Accounts,
      Owner: { id: t.acme.users.agent },
    });
    expect(await read('Deals', made.Deals?.id)).toMatchObject({
      Contact_Name: made.Contacts,
      Account_Name: made.Accounts,
    });
    expect([
      await leads('converted=false'),
      await leads('converted=true'),
      await leads('converted=both'),
    ]).toEqual([[], [id], [id]]);
    expect(await read('Leads', id)).toMatchObject({
      $converted: true,
      $converted_detail: { contact: made.Contacts?.id },
    });
    expect((await convert(id)).body.data[0]?.code).toBe('ID_ALREADY_CONVERTED');
  });

  test('hands its notes and files to the contact', async () => {
    const id = await insert('Leads', { Last_Name: 'Carrier', Company: 'Post' });
    await send(t, token, 'POST', `/crm/v8/Leads/${id}/Notes`, { data: [{ Note_Content: 'Called twice.' }] });
    await upload(t, token, `/crm/v8/Leads/${id}/Attachments`, {
      file: { name: 'plan.txt', content: 'A plan.' },
    });
    const made = (await convert(id)).body.data[0]?.details as unknown as Made;
    const contact = `/crm/v8/Contacts/${made.Contacts?.id}`;
    const notes = await get<RecordPage>(t, token, `${contact}/Notes?fields=Note_Content,Parent_Id`);
    expect(notes.body.data).toMatchObject([{ Note_Content: 'Called twice.', Parent_Id: made.Contacts }]);
    const files = await get<RecordPage>(t, token, `${contact}/Attachments?fields=File_Name`);
    expect(files.body.data).toMatchObject([{ File_Name: 'plan.txt' }]);
  });

  test('uses the contact and the account that are there', async () => {
    const account = await insert('Accounts', { Account_Name: 'Initech' });
    const contact = await insert('Contacts', { Last_Name: 'Lumbergh', Email: 'bill@initech.test' });
    const id = await insert('Leads', { Last_Name: 'L', Email: 'BILL@initech.test', Company: 'INITECH' });
    const { body } = await convert(id);
    expect(body.data[0]?.details).toMatchObject({
      Contacts: { id: contact },
      Accounts: { id: account },
      Deals: null,
    });
  });

  test('that cannot be done leaves nothing behind', async () => {
    const id = await insert('Leads', { Last_Name: 'Half', Company: 'Halfway' });
    const { status, body } = await convert(id, { Deals: { Deal_Name: 'No stage' } });
    expect([status, body.data[0]?.details.json_path]).toEqual([400, '$.data[0].Deals.Stage']);
    expect(
      (await get(t, token, '/crm/v8/Accounts/search?criteria=(Account_Name:equals:Halfway)')).status,
    ).toBe(204);
    expect((await read('Leads', id))?.$converted).toBe(false);
    expect((await convert(id, { Accounts: { id: '1' } })).body.data[0]?.code).toBe('INVALID_DATA');
  });

  test('is nobody’s who may not, nor of another organization', async () => {
    const id = await insert('Leads', { Last_Name: 'Mine' });
    expect((await convert(id, {}, await t.acme.token('guest'))).body.code).toBe('NO_PERMISSION');
    expect((await convert(id, {}, await t.globex.token())).body.data[0]?.code).toBe('INVALID_DATA');
  });
});
