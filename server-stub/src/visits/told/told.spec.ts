import type { CollectEvent, ToldField, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view } from '../../testing/requests.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';
import { openVisitOffice, type VisitOffice } from '../../testing/visits.js';

let t: TestApp;
let admin: string;
let office: VisitOffice;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  office = openVisitOffice(t, admin);
});
afterAll(() => t.close());

type Values = Record<string, string | number | boolean>;
const tell = (w: Values): CollectEvent => ({ t: 'e', i: clientId(), n: 'plan', w });

const read = async (token = admin) =>
  (await get<{ data: ToldField[] }>(t, token, '/v1/told-fields')).body.data;
const labelled = async (label: string) => (await read()).find((told) => told.label === label);

async function make(field: object) {
  const answer = await send<{ fields: WriteRow[] }>(
    t,
    admin,
    'POST',
    '/crm/v8/settings/fields?module=Visits',
    { fields: [field] },
  );
  return String(answer.body.fields[0]?.details.id);
}

test('[VIS-60] what the pages tell is listed once by its label, with its values, a type, and no proofs', async () => {
  await office.visit('first', { events: [tell({ 'Plan chosen': 'Team', Seats: 5, hash: 'abc' })] });
  await office.visit('second', {
    events: [
      { t: 'i', i: clientId(), w: { ' plan CHOSEN ': 'Solo', email: 'ida@told.test' } },
      { t: 'w', i: clientId(), w: { LCP: 1_200 } },
    ],
  });
  const told = await read();
  expect(told.map(({ label }) => label).sort()).toEqual(['Seats', 'email', 'plan CHOSEN']);
  expect(told.find(({ label }) => label === 'plan CHOSEN')).toMatchObject({
    values: ['Solo', 'Team'],
    data_type: 'text',
    is_person: false,
    fields: [],
  });
  expect(told.find(({ label }) => label === 'Seats')).toMatchObject({ values: [5], data_type: 'integer' });
  expect(told.find(({ label }) => label === 'email')).toMatchObject({ data_type: 'email', is_person: true });
});

test('[VIS-60] it is listed with the field that takes it, and whether the last value fits', async () => {
  const id = await make({ field_label: 'rooms', data_type: 'integer' });
  await office.visit('rooms', { events: [tell({ Rooms: 3 })] });
  expect((await labelled('Rooms'))?.fields).toEqual([{ id, fits: true }]);
  await office.visit('many rooms', { events: [tell({ Rooms: 'many' })] });
  expect((await labelled('Rooms'))?.fields).toEqual([{ id, fits: false }]);
});

test('[VIS-57] [VIS-58] visits before a field are filled from what is kept; what they have, they keep', async () => {
  const visitor = newVisitor();
  const old = await office.visit('before', { visitor, events: [tell({ Budget: '90.5' })] });
  await collect(t, t.acme, visitor, [tell({ BUDGET: 120 }), tell({ Budget: 'none' })]);
  const id = await make({ field_label: 'Budget', data_type: 'double' });
  await eventually(
    () => office.read(old),
    (visit) => visit.Budget === 120,
  );
  await office.visit('other word', { events: [tell({ Budget: 1, 'Most to spend': 2 })] });
  const renamed = { fields: [{ field_label: 'Most to spend' }] };
  await send(t, admin, 'PATCH', `/crm/v8/settings/fields/${id}?module=Visits`, renamed);
  const late = await office.visit('only the new word', { events: [tell({ 'Most to spend': 7 })] });
  await eventually(
    () => office.read(late),
    (visit) => visit.Budget === 7,
  );
  expect((await office.read(old)).Budget).toBe(120);
});

test('an organization is told of its own sites, and only those who set up the tracking are', async () => {
  await collect(t, t.globex, newVisitor(), [view('https://globex.test/'), tell({ Vessel: 'Barge' })]);
  const globex = await t.globex.token();
  expect((await read(globex)).map(({ label }) => label)).toEqual(['Vessel']);
  expect((await read()).map(({ label }) => label)).not.toContain('Vessel');
  for (const role of ['agent', 'guest'] as const)
    expect((await get(t, await t.acme.token(role), '/v1/told-fields')).status).toBe(403);
});
