import type { CrmRecord, RecordPage, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface Answer {
  data: WriteRow[];
  code?: string;
}

let t: TestApp;
let admin: string;
let agent: string;
let guest: string;
let globex: string;
beforeAll(async () => {
  t = await createTestApp();
  [admin, agent, guest] = [await t.acme.token(), await t.acme.token('agent'), await t.acme.token('guest')];
  globex = await t.globex.token();
});
afterAll(() => t.close());

const idOf = (answer: { body: Answer }, row = 0) => String(answer.body.data[row]?.details.id);
const post = (path: string, data: object[], token = admin) =>
  send<Answer>(t, token, 'POST', `/crm/${path}`, { data });
const newLead = async (name: string, token = admin) =>
  idOf(await post('v8/Leads', [{ Last_Name: name }], token));
const titles = (answer: { body: RecordPage | undefined }) =>
  answer.body?.data.map((note) => note.Note_Title) ?? [];

describe('notes', () => {
  test('are written at their record and read there, by version 2 and by themselves', async () => {
    const lead = await newLead('Noted');
    const written = await post(`v8/leads/${lead}/notes`, [
      { Note_Title: 'First', Note_Content: 'Called' },
      { Note_Title: 'No content' },
    ]);
    expect(written.status).toBe(207);
    expect(written.body.data[1]).toMatchObject({
      code: 'MANDATORY_NOT_FOUND',
      details: { api_name: 'Note_Content', json_path: '$.data[1].Note_Content' },
    });
    const second = await post('v2/Notes', [
      { Note_Title: 'Second', Note_Content: 'Written', Parent_Id: lead, se_module: 'Leads' },
    ]);
    expect(second.status).toBe(201);
    const list = await get<RecordPage>(
      t,
      admin,
      `/crm/v8/Leads/${lead}/Notes?fields=Note_Title,Parent_Id&sort_order=asc`,
    );
    expect(titles(list)).toEqual(['First', 'Second']);
    expect(list.body.data[0]?.Parent_Id).toMatchObject({
      id: lead,
      name: 'Noted',
      module: { api_name: 'Leads' },
    });
    const { body } = await get<{ data: CrmRecord[] }>(t, admin, `/crm/v2/Notes/${idOf(second)}`);
    expect(body.data[0]).toMatchObject({
      Note_Content: 'Written',
      Owner: { email: 'admin@acme.test' },
      $se_module: 'Leads',
      $state: 'save',
      $editable: true,
      $voice_note: false,
      $attachments: null,
    });
  });

  test('are changed and deleted', async () => {
    const lead = await newLead('Changing');
    const id = idOf(await post(`v8/Leads/${lead}/Notes`, [{ Note_Content: 'old' }]));
    await send(t, admin, 'PUT', `/crm/v8/Notes/${id}`, { data: [{ Note_Content: 'new' }] });
    const { body } = await get<{ data: CrmRecord[] }>(t, admin, `/crm/v8/Notes/${id}`);
    expect(body.data[0]?.Note_Content).toBe('new');
    expect((await send(t, admin, 'DELETE', `/crm/v8/Notes?ids=${id}`)).status).toBe(200);
    expect((await get(t, admin, `/crm/v8/Leads/${lead}/Notes?fields=Note_Title`)).status).toBe(204);
  });

  test('go with their record', async () => {
    const lead = await newLead('Leaving');
    const id = idOf(await post(`v8/Leads/${lead}/Notes`, [{ Note_Content: 'gone soon' }]));
    await send(t, admin, 'DELETE', `/crm/v8/Leads/${lead}`);
    expect((await get(t, admin, `/crm/v8/Notes/${id}`)).status).toBe(204);
    await eventually(
      () => get<RecordPage | undefined>(t, admin, '/crm/v8/Notes/deleted'),
      ({ body }) => body?.data.some((note) => note.id === id) === true,
    );
  });

  test.each([
    ['no such record', { Note_Content: 'x', Parent_Id: { id: '1' } }],
    ['the wrong module', { Note_Content: 'x', Parent_Id: { module: { api_name: 'Contacts' } } }],
    ['the wrong module of version 2', { Note_Content: 'x', se_module: 'Deals' }],
  ])('%s is refused', async (_name, note) => {
    const lead = await newLead('Strict');
    const Parent_Id = { id: lead, ...('Parent_Id' in note ? note.Parent_Id : {}) };
    const { status, body } = await post('v8/Notes', [{ ...note, Parent_Id }]);
    expect([status, body.data[0]?.code, body.data[0]?.details.api_name]).toEqual([
      400,
      'INVALID_DATA',
      'Parent_Id',
    ]);
  });

  test('are seen by who may see the record, whoever wrote them, and written by who may edit it', async () => {
    const mine = await newLead('Admins only');
    const shared = await newLead('Of the agent', agent);
    const hidden = idOf(await post(`v8/Leads/${mine}/Notes`, [{ Note_Title: 'hidden', Note_Content: 'x' }]));
    const open = idOf(await post(`v8/Leads/${shared}/Notes`, [{ Note_Title: 'open', Note_Content: 'x' }]));
    expect((await post(`v8/Leads/${shared}/Notes`, [{ Note_Content: 'x' }], guest)).status).toBe(403);
    await send(t, admin, 'PUT', '/crm/v8/settings/data_sharing', {
      data_sharing: [{ module: { api_name: 'Leads' }, share_type: 'private' }],
    });
    expect((await get(t, agent, `/crm/v8/Notes/${open}`)).status).toBe(200);
    expect((await get(t, agent, `/crm/v8/Notes/${hidden}`)).status).toBe(204);
    expect(titles(await get<RecordPage>(t, agent, '/crm/v2/Notes?per_page=200'))).not.toContain('hidden');
    expect((await post(`v8/Leads/${mine}/Notes`, [{ Note_Content: 'x' }], agent)).body.code).toBe(
      'INVALID_DATA',
    );
    expect(
      (await send<Answer>(t, agent, 'PUT', `/crm/v8/Notes/${hidden}`, { data: [{ Note_Content: 'x' }] }))
        .status,
    ).toBe(400);
  });

  test('of one organization are not there for the other', async () => {
    const lead = await newLead('Ours');
    const id = idOf(await post(`v8/Leads/${lead}/Notes`, [{ Note_Content: 'ours' }]));
    expect((await get(t, globex, `/crm/v8/Notes/${id}`)).status).toBe(204);
    expect((await get(t, globex, `/crm/v8/Leads/${lead}/Notes?fields=id`)).status).toBe(204);
    expect((await post('v8/Notes', [{ Note_Content: 'x', Parent_Id: lead }], globex)).status).toBe(400);
    expect((await send(t, globex, 'DELETE', `/crm/v8/Notes/${id}`)).status).toBe(400);
    expect((await get(t, admin, `/crm/v8/Notes/${id}`)).status).toBe(200);
  });
});
