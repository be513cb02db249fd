import type { CrmRecord, FieldDescription, RecordPage, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROME, collect, eventually, get, newVisitor, send, view } from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';
import { upload } from '../../testing/upload.js';
import { openVisitOffice, type VisitOffice } from '../../testing/visits.js';

interface Written {
  code?: string;
  data: WriteRow[];
}

let t: TestApp;
let admin: string;
let agent: string;
let office: VisitOffice;
beforeAll(async () => {
  t = await createTestApp();
  [admin, agent] = [await t.acme.token(), await t.acme.token('agent')];
  office = openVisitOffice(t, admin);
});
afterAll(() => t.close());

const idOf = ({ body }: { body: Written }) => String(body.data[0]?.details.id);
const fields = async () =>
  (await get<{ fields: FieldDescription[] }>(t, admin, '/crm/v8/settings/fields?module=Visits')).body.fields;

describe('a visit', () => {
  test('[VIS-35] [VIS-30] [VIS-41] tells who came from where, saw what and how long', async () => {
    const id = await office.visit('lamps', {
      minutes: 2.5,
      referrer: 'https://www.google.com/search?q=oak+lamp',
    });
    expect(await office.read(id)).toMatchObject({
      IP_Address: '127.0.0.1',
      Visited_By: null,
      Visited_Page: 'lamps',
      Visited_Page_URL: 'https://shop.test/lamps',
      Time_Spent_Minutes: 2.5,
      Referrer: 'https://www.google.com/search?q=oak+lamp',
      User_Agents: CHROME,
      Browser: expect.stringContaining('Chrome') as string,
      Operating_System: expect.stringContaining('Windows') as string,
      Search_Engine: 'Google',
      Search_Keyword: 'oak lamp',
      Visitor_Type: 'Unknown',
      Revenue: 0,
      Portal_Name: 'acme shop',
    });
  });

  test('[VIS-39] has sixteen standard fields, all read-only, in the section of the visit', async () => {
    const { body } = await get<{ layouts: { sections: { name: string; fields: FieldDescription[] }[] }[] }>(
      t,
      admin,
      '/crm/v8/settings/layouts?module=Visits',
    );
    const sections = body.layouts[0]?.sections ?? [];
    expect(sections.map(({ name, fields: { length } }) => [name, length])).toEqual([
      ['Visit Information', 16],
      ['Marketing Information', 6],
    ]);
    expect((await fields()).every(({ read_only }) => read_only)).toBe(true);
  });

  test('[VIS-50] [VIS-51] is of a customer when a deal is won, with what they brought', async () => {
    await office.change({ push_as: 'Contacts' });
    const id = await office.visit('deals', { email: 'buyer@deals.test' });
    await office.change({ push_as: 'Leads' });
    const { id: contact } = (await office.read(id)).Visited_By as { id: string };
    const shown = async () => {
      const { Visitor_Type, Revenue } = await office.read(id);
      return [Visitor_Type, Revenue];
    };
    const deal = { Contact_Name: contact, Closing_Date: '2026-06-30' };
    expect(await shown()).toEqual(['Contact', 0]);
    await insert(t, admin, 'Deals', [{ ...deal, Deal_Name: 'Lost', Stage: 'Closed Lost', Amount: 9 }]);
    expect(await shown()).toEqual(['Contact', 0]);
    await insert(t, admin, 'Deals', [{ ...deal, Deal_Name: 'Open', Stage: 'Qualification', Amount: 70 }]);
    expect(await shown()).toEqual(['Potential', 0]);
    await insert(t, admin, 'Deals', [
      { ...deal, Deal_Name: 'Won', Stage: 'Closed Won', Amount: 1_200.5 },
      { ...deal, Deal_Name: 'Won too', Stage: 'Closed Won', Amount: 100 },
    ]);
    expect(await shown()).toEqual(['Customer', 1_300.5]);
  });

  test('[VIS-08] [VIS-07] is attended by the user of the portal, or by nobody until somebody chats', async () => {
    const assigned = await office.read(await office.visit('to the user'));
    expect(assigned.Attended_By).toMatchObject({ id: t.acme.users.agent, email: 'agent@acme.test' });
    await office.change({ assign_to: 'attendee' });
    expect((await office.read(await office.visit('to an attendee'))).Attended_By).toBeNull();
    await office.change({ assign_to: 'user' });
  });
});

describe('nobody writes visits', () => {
  test.each([
    ['POST', ''],
    ['PUT', ''],
    ['PUT', '/1'],
    ['POST', '/upsert'],
  ] as const)('[VIS-31] [VIS-40] %s%s is refused', async (method, path) => {
    const { status, body } = await send<Written>(t, admin, method, `/crm/v8/Visits${path}`, {
      data: [{ id: '1', Browser: 'Lynx' }],
    });
    expect([status, body.code]).toEqual([400, 'NOT_SUPPORTED']);
  });

  test('[VIS-33] but who may delete them does, with what belongs to them', async () => {
    const id = await office.visit('to be deleted');
    await send(t, admin, 'POST', `/crm/v8/Visits/${id}/Notes`, { data: [{ Note_Content: 'Odd' }] });
    expect((await send(t, agent, 'DELETE', `/crm/v8/Visits/${id}`)).status).toBe(403);
    const { status, body } = await send<Written>(t, admin, 'DELETE', `/crm/v8/Visits?ids=${id},1`);
    expect([status, body.data.map(({ code }) => code)]).toEqual([207, ['SUCCESS', 'INVALID_DATA']]);
    expect((await get(t, admin, `/crm/v8/Visits/${id}`)).status).toBe(204);
    await eventually(
      () => get(t, admin, '/crm/v8/Notes/search?criteria=(Note_Content:equals:Odd)'),
      (answer) => answer.status === 204,
    );
  });
});

describe('custom fields', () => {
  const make = (field: object) =>
    send<{ fields: WriteRow[] }>(t, admin, 'POST', '/crm/v8/settings/fields?module=Visits', {
      fields: [field],
    });

  test('[VIS-57] [VIS-58] [VIS-59] take what the page tells under their label, and cannot be edited', async () => {
    await make({ field_label: 'Plan chosen', data_type: 'text', length: 10 });
    await make({ field_label: 'Seats', data_type: 'integer' });
    const id = await office.visit('plans', {
      events: [
        {
          t: 'e',
          i: clientId(),
          n: 'plan',
          w: { 'Plan chosen': 'Professional', seats: '12', Colour: 'blue' },
        },
      ],
    });
    const visit = await eventually(
      () => office.read(id),
      (found) => found.Plan_chosen !== null,
    );
    expect(visit).toMatchObject({ Plan_chosen: 'Profession', Seats: 12 });
    expect((await fields()).find(({ api_name }) => api_name === 'Seats')).toMatchObject({
      custom_field: true,
      read_only: true,
    });
    expect(await office.pages('')).toContain('plans');
    const found = await get<RecordPage>(t, admin, '/crm/v8/Visits/search?criteria=(Seats:greater_than:10)');
    expect(found.body.data.map((each) => each.id)).toEqual([id]);
  });

  test('that do not fit stay empty', async () => {
    const id = await office.visit('no number', {
      events: [
        { t: 'i', i: clientId(), w: { Seats: 'many', 'PLAN CHOSEN': 'Free' } },
        { t: 'e', i: clientId(), n: 'plan', w: { Seats: '' } },
      ],
    });
    const visit = await eventually(
      () => office.read(id),
      (found) => found.Plan_chosen === 'Free',
    );
    expect(visit.Seats).toBeNull();
  });

  test('of what is told twice the later holds, whichever comes first', async () => {
    const tell = (seats: number, ageMs: number) =>
      ({ t: 'e', i: clientId(), n: 'seats', a: ageMs, w: { Seats: seats } }) as const;
    const visitor = newVisitor();
    const id = await office.visit('changed their mind', { visitor, events: [tell(5, 1_000)] });
    await eventually(
      () => office.read(id),
      (found) => found.Seats === 5,
    );
    await collect(t, t.acme, visitor, [
      tell(3, 60_000),
      { t: 'e', i: clientId(), n: 'plan', w: { 'Plan chosen': 'Late' } },
    ]);
    const visit = await eventually(
      () => office.read(id),
      (found) => found.Plan_chosen === 'Late',
    );
    expect(visit.Seats).toBe(5);
  });

  test('are neither unique nor indexed', async () => {
    const { status, body } = await make({ field_label: 'Code', data_type: 'text', unique: {} });
    expect([status, body.fields[0]?.code]).toEqual([400, 'INVALID_DATA']);
  });
});

describe('what belongs to a visit', () => {
  test('[VIS-38] [VIS-75] notes of whoever sees it', async () => {
    const id = await office.visit('noted');
    const made = await send<Written>(t, agent, 'POST', `/crm/v8/Visits/${id}/Notes`, {
      data: [{ Note_Title: 'Call', Note_Content: 'Wants a lamp' }],
    });
    expect(made.status).toBe(201);
    const { body } = await get<RecordPage>(
      t,
      admin,
      `/crm/v8/Visits/${id}/Notes?fields=Note_Content,Parent_Id`,
    );
    expect(body.data).toMatchObject([
      { Note_Content: 'Wants a lamp', Parent_Id: { id, name: 'noted', module: { api_name: 'Visits' } } },
    ]);
    const guest = await t.acme.token('guest');
    expect((await get(t, guest, `/crm/v8/Notes/${idOf(made)}`)).status).not.toBe(200);
    const changed = await send<Written>(t, agent, 'PUT', `/crm/v8/Notes/${idOf(made)}`, {
      data: [{ Note_Content: 'Wants two' }],
    });
    expect(changed.body.data[0]?.code).toBe('SUCCESS');
    expect((await send(t, agent, 'DELETE', `/crm/v8/Notes/${idOf(made)}`)).status).toBe(200);
  });

  test('[VIS-76] files, uploaded, listed, read and removed', async () => {
    const id = await office.visit('filed');
    const path = `/crm/v8/Visits/${id}/Attachments`;
    const made = await upload<Written>(t, agent, path, { file: { name: 'plan.txt', content: 'A plan' } });
    expect(made.status).toBe(200);
    const listed = await get<RecordPage>(t, admin, `${path}?fields=File_Name,Parent_Id`);
    expect(listed.body.data).toMatchObject([{ File_Name: 'plan.txt', Parent_Id: { id, name: 'filed' } }]);
    const read = await t.app.http.inject({
      url: `${path}/${idOf(made)}`,
      headers: { authorization: `Bearer ${admin}` },
    });
    expect(read.body).toBe('A plan');
    expect((await send(t, agent, 'DELETE', `${path}/${idOf(made)}`)).status).toBe(200);
    const foreign = await upload(t, await t.globex.token(), path, { file: { name: 'x', content: 'x' } });
    expect(foreign.status).toBe(400);
  });

  test('[VIS-36] [VIS-78] [VIS-82] what was done in it: pages by their titles, minutes and times', async () => {
    const visitor = newVisitor();
    const id = await office.visit('first', { visitor, minutes: 1 });
    const second = view('https://shop.test/second', { n: '' });
    await collect(t, t.acme, visitor, [second, { t: 'g', i: second.i, m: 30_000, d: 10 }]);
    const { body } = await get<RecordPage>(
      t,
      admin,
      `/crm/v8/Visits/${id}/Actions_Performed?fields=Action_Type,Actions,Time_Spent,Action_Performed_Time,Page_URL&sort_order=asc`,
    );
    expect(body.data).toEqual([
      {
        id: expect.any(String) as string,
        Action_Type: 'Accessed',
        Actions: 'first',
        Time_Spent: 1,
        Action_Performed_Time: expect.stringMatching(/^\d{4}-/) as string,
        Page_URL: 'https://shop.test/first',
      },
      expect.objectContaining({
        Action_Type: 'Navigation',
        Actions: 'https://shop.test/second',
        Time_Spent: 0.5,
      }) as CrmRecord,
    ]);
    expect((await office.read(id)).Time_Spent_Minutes).toBe(1.5);
  });
});
