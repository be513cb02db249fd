import type { CrmRecord, OnlineVisitorPage, RecordPage } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, clientId, type TestApp } from '../../testing/test-app.js';
import { collect, eventually, get, newVisitor, view } from '../../testing/requests.js';

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
});
afterAll(() => t.close());

const form = (values: Record<string, string>) => ({
  t: 'f' as const,
  i: clientId(),
  n: 'contact',
  q: Object.keys(values),
  w: values,
});
const leads = async () => (await get<RecordPage | undefined>(t, token, '/crm/v2/Leads')).body?.data ?? [];
const leadOf = (email: string) =>
  eventually(
    async () => (await leads()).find((lead) => lead.Email === email),
    (lead) => lead !== undefined,
  ) as Promise<CrmRecord>;

describe('a visitor who says who they are', () => {
  test('[VIS-05] [VIS-42] [VIS-92] by a form becomes a lead, with this visit and the one before', async () => {
    const { u } = newVisitor();
    await collect(t, t.acme, { u, s: clientId() }, [view('https://shop.test/yesterday')]);
    await collect(t, t.acme, { u, s: clientId() }, [
      view('https://shop.test/contact'),
      form({
        'First name': 'Zoé',
        Nom: 'Martin',
        'E-mail': 'zoe@home.test',
        Téléphone: '+33 1 02 03 04 05',
        Société: 'Maison',
      }),
    ]);
    const lead = await leadOf('zoe@home.test');
    expect(lead).toMatchObject({
      First_Name: 'Zoé',
      Last_Name: 'Martin',
      Full_Name: 'Zoé Martin',
      Phone: '+33 1 02 03 04 05',
      Company: 'Maison',
      Owner: { email: 'agent@acme.test' },
    });
    const { body } = await get<RecordPage>(
      t,
      token,
      `/crm/v8/Leads/${lead.id}/Visits?fields=Visited_By,Visited_Page_URL,Visitor_Type`,
    );
    expect(body.data.map((visit) => visit.Visited_Page_URL)).toEqual([
      'https://shop.test/contact',
      'https://shop.test/yesterday',
    ]);
    expect(body.data[0]).toMatchObject({
      Visited_By: { id: lead.id, name: 'Zoé Martin' },
      Visitor_Type: 'Lead',
    });
  });

  test('twice, or by the page after the form, is one lead', async () => {
    const visitor = newVisitor();
    const sent = form({ name: 'Ann Lee', email: 'ann@home.test' });
    await collect(t, t.acme, visitor, [view('https://shop.test/'), sent]);
    await collect(t, t.acme, visitor, [
      sent,
      { t: 'i', i: clientId(), w: { email: 'ANN@home.test', name: 'Ann Lee' } },
    ]);
    await leadOf('ann@home.test');
    await eventually(
      async () => (await t.database.pool.query('select 1 from outbox')).rowCount,
      (count) => count === 0,
    );
    expect((await leads()).filter((lead) => /ann@home/i.test(String(lead.Email)))).toHaveLength(1);
  });

  test('with the address of a known contact changes nothing of the contact', async () => {
    const inserted = await t.app.http.inject({
      method: 'POST',
      url: '/crm/v8/Contacts',
      headers: { authorization: `Bearer ${token}` },
      payload: { data: [{ Last_Name: 'Known', Email: 'known@home.test', Phone: '555 0100' }] },
    });
    const { id } = inserted.json<{ data: [{ details: { id: string } }] }>().data[0].details;
    await collect(t, t.acme, newVisitor(), [
      view('https://shop.test/claim'),
      form({ name: 'Im Postor', email: 'known@home.test', phone: '666 0666' }),
    ]);
    const visitor = await eventually(
      async () =>
        (await get<OnlineVisitorPage>(t, token, '/v1/visitors')).body.data.find(
          ({ page }) => page.url === 'https://shop.test/claim',
        ),
      (found) => found?.record !== null && found?.record !== undefined,
    );
    expect(visitor?.record).toEqual({ id, module: 'Contacts', name: 'Known' });
    expect((await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/Contacts/${id}`)).body.data[0]).toMatchObject(
      { Last_Name: 'Known', Phone: '555 0100' },
    );
  });

  test('with a telephone number that is none is still a lead; with an address that is none is not', async () => {
    await collect(t, t.acme, newVisitor(), [
      view('https://shop.test/'),
      form({ name: 'Bo', email: 'bo@home.test', phone: 'call me' }),
    ]);
    await collect(t, t.acme, newVisitor(), [
      view('https://shop.test/'),
      form({ name: 'No', email: 'not an address' }),
    ]);
    expect((await leadOf('bo@home.test')).Phone).toBeNull();
    await eventually(
      async () => (await t.database.pool.query('select 1 from outbox')).rowCount,
      (count) => count === 0,
    );
    expect((await leads()).map((lead) => lead.Email)).not.toContain('not an address');
  });
});
