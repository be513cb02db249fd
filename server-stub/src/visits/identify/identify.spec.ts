import type { CrmRecord, OnlineVisitorPage, RecordPage } from '@crm-elements/contract';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, clientId, type TestApp } from '../../testing/test-app.js';
import { collect, eventually, get, newVisitor, send, view } from '../../testing/requests.js';

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

async function insertContact(email: string): Promise<string> {
  const { body } = await send<{ data: [{ details: { id: string } }] }>(t, token, 'POST', '/crm/v8/Contacts', {
    data: [{ Last_Name: 'Known', Email: email, Phone: '555 0100' }],
  });
  return body.data[0].details.id;
}

/** A new visitor says by a page to be somebody; waits until the CRM has taken it in. */
async function claimed(email: string, more: Record<string, string> = {}, ids = newVisitor()) {
  const url = `https://shop.test/${clientId()}`;
  await collect(t, t.acme, ids, [view(url), { t: 'i', i: clientId(), w: { email, ...more } }]);
  const visitor = await eventually(
    async () =>
      (await get<OnlineVisitorPage>(t, token, '/v1/visitors')).body.data.find(({ page }) => page.url === url),
    (found) => Boolean(found?.record ?? found?.claim),
  );
  return { ids, visitor };
}

const identityKey = async () =>
  (await get<{ key: string }>(t, token, `/v1/portals/${t.acme.portalId}/identity-key`)).body.key;

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token as the site's own backend makes it. */
function jwt(key: string, claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const body = `${base64(header)}.${base64(claims)}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
}
const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600;

const visitsOf = async (module: string, id: string) =>
  (await get<RecordPage | undefined>(t, token, `/crm/v8/${module}/${id}/Visits?fields=Visited_Page_URL`)).body
    ?.data.length ?? 0;

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

  test('with the address of a known contact is a claim: nothing of the contact changes, nothing is merged', async () => {
    const id = await insertContact('known@home.test');
    const { visitor } = await claimed('known@home.test', { name: 'Im Postor', phone: '666 0666' });
    expect(visitor).toMatchObject({ record: null, claim: { id, module: 'Contacts', name: 'Known' } });
    expect((await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/Contacts/${id}`)).body.data[0]).toMatchObject(
      { Last_Name: 'Known', Phone: '555 0100' },
    );
    expect((await get(t, token, `/crm/v8/Contacts/${id}/Visits?fields=Visited_By`)).status).toBe(204);
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

describe('a proof of the site', () => {
  const proofs: [what: string, values: (key: string, email: string) => Record<string, string>][] = [
    ['a JWT', (key, email) => ({ email: 'other@home.test', jwt: jwt(key, { email, exp: inAnHour() }) })],
    [
      'the HMAC of the address',
      (key, email) => ({ email, hash: createHmac('sha256', key).update(email.toLowerCase()).digest('hex') }),
    ],
  ];
  test.each(proofs)('%s merges the visits so far into the known contact', async (_what, values) => {
    const email = `Proven.${clientId()}@home.test`;
    const id = await insertContact(email);
    const ids = newVisitor();
    await collect(t, t.acme, { ...ids, s: clientId() }, [view('https://shop.test/before')]);
    const { email: said = '', ...more } = values(await identityKey(), email);
    const { visitor } = await claimed(said, more, ids);
    expect(visitor).toMatchObject({ record: { id, module: 'Contacts' }, claim: null });
    expect(await visitsOf('Contacts', id)).toBe(2);
  });

  const wrong: [what: string, values: (key: string, email: string) => Record<string, string>][] = [
    ['of another key', (_key, email) => ({ jwt: jwt('guess', { email, exp: inAnHour() }) })],
    ['that has expired', (key, email) => ({ jwt: jwt(key, { email, exp: inAnHour() - 7_200 }) })],
    ['that never expires', (key, email) => ({ jwt: jwt(key, { email }) })],
    ['that is not signed', (key, email) => ({ jwt: jwt(key, { email, exp: inAnHour() }, { alg: 'none' }) })],
    ['of somebody else', (key) => ({ hash: createHmac('sha256', key).update('me@home.test').digest('hex') })],
    ['that is no hash', () => ({ hash: 'xyz' })],
  ];
  test.each(wrong)('%s proves nothing', async (_what, values) => {
    const email = `wrong.${clientId()}@home.test`;
    const id = await insertContact(email);
    const { visitor } = await claimed(email, values(await identityKey(), email));
    expect(visitor).toMatchObject({ record: null, claim: { id } });
    expect(await visitsOf('Contacts', id)).toBe(0);
  });
});

describe('one person', () => {
  test('on two devices is one lead with the visits of both', async () => {
    const [phone, desktop] = [newVisitor(), newVisitor()];
    await collect(t, t.acme, { ...phone, s: clientId() }, [view('https://shop.test/on-the-phone')]);
    const first = await claimed('two.devices@home.test', {}, phone);
    const second = await claimed('Two.Devices@home.test', {}, desktop);
    expect(second.visitor?.record).toEqual(first.visitor?.record);
    expect(await visitsOf('Leads', first.visitor?.record?.id ?? '')).toBe(3);
  });

  test('who identifies on two devices at the same moment is one lead', async () => {
    const [one, other] = await Promise.all([claimed('at.once@home.test'), claimed('at.once@home.test')]);
    expect(one.visitor?.record?.id).toBeDefined();
    expect(other.visitor?.record).toEqual(one.visitor?.record);
  });
});

test('two people on one browser never merge', async () => {
  const browser = newVisitor();
  const ann = await claimed('ann.browser@home.test', {}, browser);
  await claimed('bob.browser@home.test', {}, { ...browser, s: clientId() });
  const bob = await leadOf('bob.browser@home.test');
  await eventually(
    () => visitsOf('Leads', bob.id),
    (count) => count === 1,
  );
  expect(bob.id).not.toBe(ann.visitor?.record?.id);
  expect(await visitsOf('Leads', ann.visitor?.record?.id ?? '')).toBe(1);
});

test('a record that was proven once takes no unproven word any more', async () => {
  const email = 'grown.up@home.test';
  const first = await claimed(email);
  const hash = createHmac('sha256', await identityKey())
    .update(email)
    .digest('hex');
  const proven = await claimed(email, { hash });
  expect(proven.visitor?.record).toEqual(first.visitor?.record);
  const { visitor } = await claimed(email);
  expect(visitor).toMatchObject({ record: null, claim: { id: first.visitor?.record?.id } });
});
