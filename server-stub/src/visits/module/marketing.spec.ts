import type { CrmRecord, CrmViewPage, RecordPage } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, get, newVisitor } from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';
import { openVisitOffice, type VisitOffice } from '../../testing/visits.js';

let t: TestApp;
let token: string;
let office: VisitOffice;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  office = openVisitOffice(t, token);
});
afterAll(() => t.close());

const AD =
  'https://shop.test/lamps?gclid=Cj0Abc&utm_source=google&utm_medium=cpc&utm_campaign=June&utm_term=oak+lamp&utm_content=top';
const campaign = {
  GCLID: 'Cj0Abc',
  Campaign_Source: 'google',
  Campaign_Medium: 'cpc',
  Campaign_Name: 'June',
  Campaign_Term: 'oak lamp',
  Campaign_Content: 'top',
};
const nothing = Object.fromEntries(Object.keys(campaign).map((name) => [name, null]));

const personOf = async (visitId: string): Promise<CrmRecord | undefined> => {
  const { Visited_By } = await office.read(visitId);
  const { id, module } = Visited_By as { id: string; module: { api_name: string } };
  return (await get<RecordPage>(t, token, `/crm/v8/${module.api_name}/${id}`)).body.data[0];
};
const answered = (email: string) => ({
  t: 'f' as const,
  i: clientId(),
  n: 'contact',
  q: ['email'],
  w: { email },
});

test('[VIS-131] [VIS-134] [VIS-135] a visit tells the click and the campaign in its address', async () => {
  const id = await office.visit(AD);
  expect(await office.read(id)).toMatchObject({ Visited_Page_URL: AD, ...campaign });
  expect(await office.read(await office.visit('without'))).toMatchObject(nothing);
});

test.each(['Visits', 'Leads', 'Contacts'])(
  '[VIS-136] Marketing Information is a section of %s that cannot be written',
  async (module) => {
    const { body } = await get<{
      layouts: { sections: { name: string; fields: { api_name: string; read_only: boolean }[] }[] }[];
    }>(t, token, `/crm/v8/settings/layouts?module=${module}`);
    const section = body.layouts[0]?.sections.find(({ name }) => name === 'Marketing Information');
    expect(section?.fields.map((each) => [each.api_name, each.read_only])).toEqual(
      Object.keys(campaign).map((name) => [name, true]),
    );
  },
);

test('[VIS-132] [VIS-133] who comes by a campaign and completes a form is a lead of that campaign', async () => {
  const visitor = newVisitor();
  await office.visit(`${AD}#first`, { visitor });
  const id = await office.visit('form', {
    visitor: { ...visitor, s: clientId() },
    events: [answered('ada@campaign.test')],
  });
  await eventually(
    () => office.read(id),
    (visit) => Boolean(visit.Visited_By),
  );
  const lead = await personOf(id);
  expect(lead).toMatchObject({ Email: 'ada@campaign.test', ...campaign });
  const visits = await get<RecordPage>(
    t,
    token,
    `/crm/v8/Leads/${lead?.id}/Visits?fields=GCLID&sort_order=asc`,
  );
  expect(visits.body.data.map(({ GCLID }) => GCLID)).toEqual(['Cj0Abc', null]);
  await eventually(
    async () => (await get<CrmViewPage>(t, token, '/v1/crm-view?group=leads_contacts')).body.data,
    (people) => people.some(({ record, visits: count }) => record.id === lead?.id && count === 2),
  );
});

test('the first campaign counts; a later one changes nothing', async () => {
  const visitor = newVisitor();
  const first = await office.visit('https://shop.test/?utm_source=letter', {
    visitor,
    email: 'bo@campaign.test',
  });
  await office.visit(`${AD}#later`, { visitor: { ...visitor, s: clientId() }, email: 'bo@campaign.test' });
  expect(await personOf(first)).toMatchObject({ ...nothing, Campaign_Source: 'letter' });
});

test('nobody writes it, and records that were there before are not brought by a campaign', async () => {
  const [id = ''] = await insert(t, token, 'Leads', [{ Last_Name: 'Here', GCLID: 'forged' }]);
  const { body } = await get<RecordPage>(t, token, `/crm/v8/Leads/${id}`);
  expect(body.data[0]).toMatchObject(nothing);
});
