import type { CrmRecord } from '@crm-elements/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { openVisitOffice, type VisitOffice } from '../../testing/visits.js';

interface View {
  id: string;
  system_name: string;
  name: string;
}

let t: TestApp;
let token: string;
let office: VisitOffice;
let ids: Record<string, string>;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  office = openVisitOffice(t, token);
  await openVisitOffice(t, await t.globex.token(), t.globex).visit('elsewhere', { minutes: 9 });
  const yesterday = await office.visit('yesterday', { minutes: 20 });
  const lead = await office.visit('lead', { minutes: 30, email: 'lea@lead.test' });
  await office.change({ push_as: 'Contacts' });
  const contact = await office.visit('contact', { minutes: 5, email: 'con@contact.test' });
  const unknown = await office.visit('unknown', {
    minutes: 0.5,
    referrer: 'https://www.bing.com/search?q=oak',
  });
  ids = { yesterday, lead, contact, unknown };
  // Half past midnight of the organization's day is yesterday in UTC for half of the year; a minute before is always.
  await sql`
    update visit set started_at = (date_trunc('day', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris') - interval '1 minute'
    where id = ${yesterday}`.execute(t.database.db);
});
afterAll(() => t.close());

const views = async () =>
  (await get<{ custom_views: View[] }>(t, token, '/crm/v8/settings/custom_views?module=Visits')).body
    .custom_views;

describe('the list view', () => {
  const newest = ['unknown', 'contact', 'lead', 'yesterday'];
  const most = ['lead', 'yesterday', 'contact', 'unknown'];
  test.each([
    ['[VIS-61] All Visits', newest],
    ["[VIS-62] Today's Visits", newest.slice(0, 3)],
    ['[VIS-63] Top Visits', most],
    ["[VIS-64] Today's Top Visits", ['lead', 'contact', 'unknown']],
    ['[VIS-65] Visits by Leads', ['lead']],
    ['[VIS-66] Visits by Contacts', ['contact']],
  ])('%s', async (title, pages) => {
    const view = (await views()).find(({ name }) => name === title.slice(9));
    expect(await office.pages(`cvid=${view?.id}`)).toEqual(pages);
  });

  test('of six only, the first of them the default', async () => {
    expect((await views()).map(({ system_name }) => system_name)).toEqual([
      'ALLVIEWS',
      'TODAYVISITS',
      'TOPVISITS',
      'TODAYTOPVISITS',
      'VISITSBYLEADS',
      'VISITSBYCONTACTS',
    ]);
  });
});

describe('pages', () => {
  const turn = async (query: string) => {
    const found: unknown[] = [];
    for (let more = ''; ;) {
      const { body } = await office.list(`${query}&per_page=1${more}`);
      found.push(...body.data.map(({ Visited_Page }) => Visited_Page));
      const next = body.info.next_page_token;
      if (next === null) return found;
      more = `&page_token=${next}`;
    }
  };

  test.each([
    ['sort_by=Time_Spent_Minutes&sort_order=desc', ['lead', 'yesterday', 'contact', 'unknown']],
    ['sort_by=Time_Spent_Minutes&sort_order=asc', ['unknown', 'contact', 'yesterday', 'lead']],
    ['sort_by=Visited_Time&sort_order=asc', ['yesterday', 'lead', 'contact', 'unknown']],
  ])('of a list by %s follow each other', async (query, pages) => {
    expect(await turn(query)).toEqual(pages);
  });

  test('of a view keep the order of the view', async () => {
    const top = (await views()).find(({ name }) => name === 'Top Visits');
    expect(await turn(`cvid=${top?.id}`)).toEqual(['lead', 'yesterday', 'contact', 'unknown']);
  });

  test('are of fields with an index only', async () => {
    const { status, body } = await office.list('sort_by=Browser');
    expect([status, body.code]).toEqual([400, 'INVALID_DATA']);
  });
});

describe('visits are asked for', () => {
  const search = async (criteria: string) =>
    (
      await get<{ data: CrmRecord[] } | undefined>(
        t,
        token,
        `/crm/v8/Visits/search?criteria=${encodeURIComponent(criteria)}`,
      )
    ).body?.data.map(({ Visited_Page }) => Visited_Page) ?? [];

  test.each([
    ['(Time_Spent_Minutes:greater_than:5)', ['lead', 'yesterday']],
    ['((Search_Engine:equals:Bing)and(Search_Keyword:equals:oak))', ['unknown']],
    ['(Visitor_Type:in:Lead,Contact)', ['contact', 'lead']],
    ['(Visited_By:contains:con)', ['contact']],
    ['(Portal_Name:equals:globex shop)', []],
    ['(Visited_Time:less_than:${TODAY})', ['yesterday']],
  ])('by criteria: %s', async (criteria, pages) => {
    expect(await search(criteria)).toEqual(pages);
  });

  test('by words', async () => {
    const { body } = await get<{ data: CrmRecord[] }>(t, token, '/crm/v8/Visits/search?word=bing%20unkn');
    expect(body.data.map(({ id }) => id)).toEqual([ids.unknown]);
  });

  test('and counted', async () => {
    const count = async (query: string) =>
      (await get<{ count: number }>(t, token, `/crm/v8/Visits/actions/count${query}`)).body.count;
    expect([await count(''), await count('?criteria=(Visitor_Type:equals:Unknown)')]).toEqual([4, 2]);
  });

  const coql = (text: string) =>
    send<{ data: Record<string, unknown>[] }>(t, token, 'POST', '/crm/v8/coql', { select_query: text });

  test('in COQL, whose visits they are', async () => {
    const { body } = await coql(
      "select Visited_Page, Visited_By, Time_Spent_Minutes from Visits where Visitor_Type = 'Lead' order by Time_Spent_Minutes desc",
    );
    expect(body.data).toEqual([
      {
        id: ids.lead,
        Visited_Page: 'lead',
        Visited_By: expect.objectContaining({ name: 'lea' }) as unknown,
        Time_Spent_Minutes: 30,
      },
    ]);
  });

  test('in COQL, in groups', async () => {
    const { body } = await coql(
      'select Visitor_Type, count(id) as visits, sum(Time_Spent_Minutes) as minutes from Visits where id is not null group by Visitor_Type order by visits desc',
    );
    expect(body.data[0]).toEqual({ Visitor_Type: 'Unknown', visits: 2, minutes: 20.5 });
  });

  test('in COQL, from what was done in them', async () => {
    const { body } = await coql(
      "select Actions, Time_Spent, Visit.Portal_Name from Actions_Performed where Action_Type = 'Accessed' and Time_Spent >= 20 order by Time_Spent asc",
    );
    expect(body.data.map(({ Actions, 'Visit.Portal_Name': portal }) => [Actions, portal])).toEqual([
      ['yesterday', 'acme shop'],
      ['lead', 'acme shop'],
    ]);
  });

  test('but never of another organization', async () => {
    const globex = openVisitOffice(t, await t.globex.token(), t.globex);
    expect(await globex.pages('')).toEqual(['elsewhere']);
    expect((await get(t, await t.globex.token(), `/crm/v8/Visits/${ids.lead}`)).status).toBe(204);
  });
});
