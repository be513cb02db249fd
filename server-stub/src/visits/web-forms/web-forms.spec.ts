import type {
  CrmRecord,
  Problem,
  RecordPage,
  VisitorTracking,
  WebForm,
  WebFormDescription,
  WebFormInput,
} from '@crm-elements/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { sampleForm } from './testing/sample-form.js';

let t: TestApp;
let admin: string;
let input: WebFormInput;
let form: WebForm;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  input = await sampleForm(t, admin);
  form = (await send<WebForm>(t, admin, 'POST', '/v1/web-forms', input)).body;
});
afterAll(() => t.close());

const fill = (values: Record<string, string>, more: object = {}, key = form.key) =>
  t.app.http.inject({
    method: 'POST',
    url: `/v1/web-forms/${key}/submissions`,
    headers: { origin: 'http://localhost:5555', 'user-agent': 'Mozilla/5.0 Chrome/140.0.0.0 Safari/537.36' },
    payload: { client_id: randomUUID(), values, ...more },
  });
const leadsOf = async (email: string) =>
  ((await get<RecordPage | undefined>(t, admin, '/crm/v2/Leads')).body?.data ?? []).filter(
    (lead) => lead.Email === email,
  );

describe('a web form', () => {
  test('[VIS-137] [VIS-138] makes a lead with the visit that it was filled in during', async () => {
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [view('https://shop.test/newsletter')]);
    const answer = await fill(
      { Last_Name: 'Curie', Email: 'marie@home.test', No_of_Employees: '12', Description: 'Hello' },
      visitor,
    );
    expect([answer.statusCode, answer.json()]).toEqual([201, { return_url: null }]);
    const [lead] = await leadsOf('marie@home.test');
    expect(lead).toMatchObject({
      Last_Name: 'Curie',
      No_of_Employees: 12,
      Description: 'Hello',
      Lead_Source: 'Web Site',
      Owner: { email: 'agent@acme.test' },
    });
    const visits = await get<RecordPage>(
      t,
      admin,
      `/crm/v8/Leads/${lead?.id}/Visits?fields=Visited_Page_URL`,
    );
    expect(visits.body.data.map((visit) => visit.Visited_Page_URL)).toEqual(['https://shop.test/newsletter']);
  });

  test('sent twice with the same client id is one lead', async () => {
    const client = { client_id: randomUUID() };
    await Promise.all([1, 2, 3].map(() => fill({ Last_Name: 'Once', Email: 'once@home.test' }, client)));
    expect(await leadsOf('once@home.test')).toHaveLength(1);
  });

  test('says at the field what is missing or wrong, and writes nothing', async () => {
    const faults = async (values: Record<string, string>) => {
      const answer = await fill(values);
      return [answer.statusCode, answer.json<Problem>().errors?.map(({ path }) => path)];
    };
    expect(await faults({ Email: ' ' })).toEqual([400, ['/values/Last_Name', '/values/Email']]);
    expect(await faults({ Last_Name: 'x', Email: 'nobody' })).toEqual([400, ['/values/Email']]);
    expect(await faults({ Last_Name: 'x', Email: 'many@home.test', No_of_Employees: 'many' })).toEqual([
      400,
      ['/values/No_of_Employees'],
    ]);
    expect(await leadsOf('many@home.test')).toEqual([]);
  });

  test('takes nothing from a program that fills in the hidden field, and does not say so', async () => {
    const answer = await fill({
      Last_Name: 'Bot',
      Email: 'robot@home.test',
      crm_website: 'https://spam.test',
    });
    expect(answer.statusCode).toBe(201);
    expect(await leadsOf('robot@home.test')).toEqual([]);
  });

  test('cannot write what it does not ask for', async () => {
    await fill({
      Last_Name: 'Sly',
      Email: 'sly@home.test',
      Lead_Status: 'Contacted',
      Owner: t.acme.users.admin,
    });
    expect((await leadsOf('sly@home.test'))[0]).toMatchObject({
      Lead_Status: null,
      Owner: { email: 'agent@acme.test' },
    });
  });

  test('from somebody whom the CRM knows changes nothing of them: what they wrote is a note', async () => {
    const { body } = await send<{ data: [{ details: { id: string } }] }>(
      t,
      admin,
      'POST',
      '/crm/v8/Contacts',
      {
        data: [{ Last_Name: 'Known', Email: 'known@home.test' }],
      },
    );
    const { id } = body.data[0].details;
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [view('https://shop.test/known')]);
    const answer = await fill(
      { Last_Name: 'Other', Email: 'known@home.test', Description: 'Call me' },
      visitor,
    );
    expect(answer.statusCode).toBe(201);
    const contact = await get<{ data: CrmRecord[] }>(t, admin, `/crm/v8/Contacts/${id}`);
    expect(contact.body.data[0]?.Last_Name).toBe('Known');
    const notes = await get<RecordPage>(
      t,
      admin,
      `/crm/v8/Contacts/${id}/Notes?fields=Note_Title,Note_Content`,
    );
    expect(notes.body.data[0]).toMatchObject({
      Note_Title: 'Newsletter',
      Note_Content: 'Name: Other\nE-mail: known@home.test\nMessage: Call me',
    });
    expect((await get(t, admin, `/crm/v8/Contacts/${id}/Visits?fields=id`)).status).toBe(204);
  });

  test('is described to the page that draws it', async () => {
    const { body } = await get<WebFormDescription>(t, '', `/v1/web-forms/${form.key}/description`);
    expect(body).toMatchObject({ name: 'Newsletter', return_url: null, portal_key: 'acme-portal' });
    expect(body.fields[1]).toEqual({
      api_name: 'Email',
      label: 'E-mail',
      required: true,
      data_type: 'email',
      options: [],
    });
    expect((await get(t, '', '/v1/web-forms/nobody/description')).status).toBe(404);
  });
});

describe('set-up', () => {
  test.each([
    [
      'a field that the module does not have',
      { fields: [{ api_name: 'Nonsense', label: 'x', required: true }] },
      '/fields/0/api_name',
    ],
    [
      'a field of the system',
      { fields: [{ api_name: 'Created_Time', label: 'x', required: true }] },
      '/fields/0/api_name',
    ],
    [
      'no field that every lead has',
      { fields: [{ api_name: 'Company', label: 'x', required: true }] },
      '/fields',
    ],
    ['a code of nobody', { embed_code_id: '1' }, '/embed_code_id'],
  ])('refuses %s', async (_what, change, path) => {
    const { status, body } = await send<Problem>(t, admin, 'POST', '/v1/web-forms', {
      ...input,
      ...change,
    });
    expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
  });

  test('[VIS-139] by a code of a portal outside the CRM embeds the portal, where the CRM has none', async () => {
    const path = `/v1/portals/${t.acme.portalId}`;
    const isEmbedded = async () =>
      (await get<VisitorTracking>(t, admin, '/v1/visitor-tracking')).body.portals[0]?.associated;
    await send(t, admin, 'PATCH', path, { associated: false });
    const untracked = await send<WebForm>(t, admin, 'POST', '/v1/web-forms', {
      ...input,
      embed_code_id: null,
    });
    expect(await isEmbedded()).toBe(false);
    const tracked = await send<WebForm>(t, admin, 'PUT', `/v1/web-forms/${untracked.body.id}`, input);
    expect([tracked.status, tracked.body.portal?.id]).toEqual([200, t.acme.portalId]);
    expect(await isEmbedded()).toBe(true);
    const visitor = newVisitor();
    const values = { Last_Name: 'Embedded', Email: 'embedded@home.test' };
    await fill(values, visitor, tracked.body.key);
    const seen = async () => (await collect(t, t.acme, visitor, [view('https://shop.test/in')])).statusCode;
    await eventually(seen, (status) => status === 200);
  });

  test('is for those whose profile allows it, in their organization', async () => {
    const foreign = await t.globex.token();
    const agent = await t.acme.token('agent');
    expect((await send(t, agent, 'POST', '/v1/web-forms', input)).status).toBe(403);
    expect(
      (await send(t, foreign, 'PUT', `/v1/web-forms/${form.id}`, { ...input, embed_code_id: null })).status,
    ).toBe(404);
    expect((await send(t, foreign, 'POST', '/v1/web-forms', input)).status).toBe(400);
    const mine = await send<WebForm>(t, admin, 'PUT', `/v1/web-forms/${form.id}`, {
      ...input,
      name: 'News',
    });
    expect([mine.status, mine.body.name]).toEqual([200, 'News']);
    const spare = await send<WebForm>(t, admin, 'POST', '/v1/web-forms', input);
    expect((await send(t, admin, 'DELETE', `/v1/web-forms/${spare.body.id}`)).status).toBe(204);
    expect((await fill({ Last_Name: 'x', Email: 'x@home.test' }, {}, spare.body.key)).statusCode).toBe(404);
  });
});
