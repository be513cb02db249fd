import type { CollectEvent, CrmRecord } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view, type Visitor } from '../../testing/requests.js';
import { clientId, createTestApp, type TestApp, type TestNode } from '../../testing/test-app.js';

let t: TestApp;
let other: TestNode;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  other = await t.anotherNode();
  admin = await t.acme.token();
});
afterAll(async () => {
  await other.close();
  await t.close();
});

const FIELDS =
  'Last_Name,Days_Visited,Number_Of_Chats,Average_Time_Spent_Minutes,Last_Visited_Time,First_Visited_Time,First_Visited_URL,Referrer,Visitor_Score';
const HOUR = 3_600_000;

const page = (path: string, seconds: number, age = 0, referrer?: string): CollectEvent[] => {
  const id = clientId();
  return [
    { ...view(`http://localhost:5555${path}`, referrer === undefined ? {} : { r: referrer }), i: id, a: age },
    { t: 'g', i: id, m: seconds * 1000, d: 50, a: Math.max(age - seconds * 1000, 0) },
  ] as CollectEvent[];
};
const identify = (email: string): CollectEvent => ({ t: 'i', i: clientId(), w: { email } });

/** Visits as somebody new, whom the CRM takes in as a lead. @returns its id */
async function become(email: string, visitor: Visitor, events: CollectEvent[]): Promise<string> {
  await collect(t, t.acme, visitor, [...events, identify(email)]);
  const found = await eventually(
    () => get<{ data: CrmRecord[] } | undefined>(t, admin, `/crm/v8/Leads/search?email=${email}`),
    ({ status }) => status === 200,
  );
  return found.body!.data[0]!.id;
}
const read = async (module: string, id: string) =>
  (await get<{ data: CrmRecord[] }>(t, admin, `/crm/v8/${module}/${id}?fields=${FIELDS}`)).body.data[0]!;
const until = (id: string, holds: (record: CrmRecord) => boolean, module = 'Leads') =>
  eventually(() => read(module, id), holds);

/** Moves a visit to another time, as if it had been then, and lets it be counted. */
async function moveTo(visitor: Visitor, time: string): Promise<void> {
  const uuid = Buffer.from(visitor.s, 'base64url').toString('hex');
  await t.database.pool.query(
    `with moved as (update visit set started_at = $2 where org_id = $1 and client_id = $3 returning org_id, id)
     insert into outbox (org_id, id, topic, key) select org_id, id, 'visit.changed', id::text from moved`,
    [t.acme.orgId, time, uuid],
  );
}

describe('the visit summary of a lead', () => {
  test('[VIS-14] [VIS-83] is there as read-only fields of its own section, of leads and of contacts', async () => {
    for (const module of ['Leads', 'Contacts']) {
      const { body } = await get<{
        layouts: { sections: { name: string; fields: { api_name: string; read_only: boolean }[] }[] }[];
      }>(t, admin, `/crm/v8/settings/layouts?module=${module}`);
      const section = body.layouts[0]!.sections.find(({ name }) => name === 'Visit Summary')!;
      expect(section.fields.map((field) => field.api_name)).toEqual(FIELDS.split(',').slice(1));
      expect(section.fields.every((field) => field.read_only)).toBe(true);
    }
    const made = await send<{ data: { details: { id: string } }[] }>(t, admin, 'POST', '/crm/v8/Leads', {
      data: [{ Last_Name: 'Writer', Days_Visited: 3 }],
    });
    const id = made.body.data[0]!.details.id;
    await send(t, admin, 'PUT', `/crm/v8/Leads/${id}`, { data: [{ Days_Visited: 7, Visitor_Score: 9 }] });
    expect(await read('Leads', id)).toMatchObject({
      Days_Visited: null,
      Visitor_Score: null,
      Referrer: null,
    });
  });

  test('[VIS-84] [VIS-86] [VIS-87] counts days, not visits, and divides the time by them', async () => {
    const visitor = newVisitor();
    const id = await become('days@acme.test', visitor, [
      ...page('/first', 60, 5 * HOUR, 'https://search.test/'),
      ...page('/second', 30, 4 * HOUR),
    ]);
    const again = { ...visitor, s: clientId() };
    await collect(t, t.acme, again, page('/third', 90, 60_000));
    await moveTo(visitor, '2026-01-10T08:00:00Z');
    await until(id, ({ First_Visited_Time: first }) => first === '2026-01-10T08:00:00+00:00');
    await moveTo(again, '2026-01-10T20:00:00Z');
    const oneDay = await until(id, ({ Last_Visited_Time: last }) => last === '2026-01-10T20:00:00+00:00');
    expect(oneDay).toMatchObject({ Days_Visited: 1, Average_Time_Spent_Minutes: 3 });
    await moveTo(again, '2026-01-11T20:00:00Z');
    const twoDays = await until(id, ({ Days_Visited: days }) => days === 2);
    expect(twoDays).toMatchObject({ Average_Time_Spent_Minutes: 1.5 });
  });

  test('[VIS-88] [VIS-89] [VIS-90] tells of the first visit when, where and from where', async () => {
    const visitor = newVisitor();
    const id = await become('first@acme.test', visitor, [
      ...page('/later', 5, 60_000),
      ...page('/landing?utm_source=x', 5, 120_000, 'https://www.google.com/search?q=lamp'),
    ]);
    await collect(t, t.acme, { ...visitor, s: clientId() }, page('/again', 5, 0, 'https://elsewhere.test/'));
    const summary = await until(id, ({ Visitor_Score: score }) => Number(score) >= 22);
    expect(summary).toMatchObject({
      First_Visited_URL: 'http://localhost:5555/landing?utm_source=x',
      Referrer: 'https://www.google.com/search?q=lamp',
    });
  });

  test('days are those of the organization, also when the clocks change', async () => {
    const visitor = newVisitor();
    const visits = Array.from({ length: 4 }, () => ({ ...visitor, s: clientId() }));
    for (const visit of visits) await collect(t, t.acme, visit, page('/', 5));
    const id = await become('clock@acme.test', visits[0]!, []);
    // Paris: 28 and 29 March 2026 by winter time until 2:00 on the 29th, by summer time after it.
    const times = [
      '2026-03-28T22:30:00Z',
      '2026-03-28T23:30:00Z',
      '2026-03-29T21:30:00Z',
      '2026-03-29T22:30:00Z',
    ];
    for (const [index, visit] of visits.entries()) await moveTo(visit, times[index]!);
    const summary = await until(id, ({ Last_Visited_Time: last }) => last === '2026-03-29T22:30:00+00:00');
    expect(summary.Days_Visited).toBe(3);
    expect(summary.First_Visited_Time).toBe('2026-03-28T22:30:00+00:00');
  });

  test('is exact when two nodes write visits of one person at the same time', async () => {
    const visitor = newVisitor();
    const id = await become('busy@acme.test', visitor, page('/', 6));
    await until(id, ({ Days_Visited: days }) => days === 1);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        collect(
          index % 2 ? t : { ...t, app: other.app },
          t.acme,
          { ...visitor, s: clientId() },
          page('/', 6),
        ),
      ),
    );
    // 41 visits of six seconds and one page: 41 * 5 + 10 + 41 + 4.
    const summary = await until(id, ({ Visitor_Score: score }) => score === 260);
    expect(summary.Average_Time_Spent_Minutes).toBe(4.1);
  });

  test('[VIS-91] its score follows the points that the administrator gives', async () => {
    const id = await become('score@acme.test', newVisitor(), [...page('/', 130), ...page('/b', 10)]);
    await until(id, ({ Visitor_Score: score }) => score === 5 + 10 + 2 + 2);
    const points = { per_visit: 100, per_day: 0, per_page: 3, per_minute: 0, per_chat: 0, per_form: 0 };
    expect((await send(t, admin, 'PUT', '/v1/visitor-scoring', points)).body).toEqual(points);
    expect((await read('Leads', id)).Visitor_Score).toBe(106);
    expect((await get(t, admin, '/v1/visitor-scoring')).body).toEqual(points);
    expect(
      (await get<{ per_day: number }>(t, await t.globex.token(), '/v1/visitor-scoring')).body.per_day,
    ).toBe(10);
    expect((await send(t, admin, 'PUT', '/v1/visitor-scoring', { ...points, per_day: -1 })).status).toBe(400);
    expect((await get(t, await t.acme.token('agent'), '/v1/visitor-scoring')).status).toBe(403);
  });

  test('is searched, sorted and grouped by like any other field', async () => {
    const id = await become('searched@acme.test', newVisitor(), page('/only-here', 6));
    await until(id, ({ Days_Visited: days }) => days === 1);
    const found = await get<{ data: CrmRecord[] }>(
      t,
      admin,
      `/crm/v8/Leads/search?criteria=${encodeURIComponent('((First_Visited_URL:starts_with:http://localhost:5555/only)and(Days_Visited:equals:1))')}`,
    );
    expect(found.body.data.map((row) => row.id)).toEqual([id]);
    const query = async (select_query: string) =>
      (await send<{ data: CrmRecord[] }>(t, admin, 'POST', '/crm/v8/coql', { select_query })).body.data;
    const best = await query(
      'select Last_Name, Visitor_Score from Leads where Days_Visited >= 1 order by Visitor_Score desc limit 200',
    );
    const scores = best.map((row) => Number(row.Visitor_Score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const days = await query(
      'select Days_Visited, COUNT(id) from Leads where Days_Visited is not null group by Days_Visited',
    );
    expect(days.map((row) => row.Days_Visited)).toContain(1);
  });
});

describe('a lead that becomes a contact', () => {
  test('takes its visits and their summary along', async () => {
    const visitor = newVisitor();
    const id = await become('convert@acme.test', visitor, page('/', 12));
    await until(id, ({ Days_Visited: days }) => days === 1);
    const { body } = await send<{ data: { details: { Contacts: { id: string } } }[] }>(
      t,
      admin,
      'POST',
      `/crm/v8/Leads/${id}/actions/convert`,
      { data: [{}] },
    );
    const contact = body.data[0]!.details.Contacts.id;
    const summary = await until(contact, ({ Days_Visited: days }) => days === 1, 'Contacts');
    expect(summary.Average_Time_Spent_Minutes).toBe(0.2);
    const visits = await get<{ data: CrmRecord[] }>(
      t,
      admin,
      `/crm/v8/Contacts/${contact}/Visits?fields=Visited_By,Visitor_Type`,
    );
    expect(visits.body.data).toHaveLength(1);
    // What the visitor does from now on is the contact's as well.
    await collect(t, t.acme, { ...visitor, s: clientId() }, page('/', 12));
    await until(contact, ({ Average_Time_Spent_Minutes: minutes }) => minutes === 0.4, 'Contacts');
  });
});

describe('while the integration is switched off', () => {
  const names = async (path: string, list: string) => {
    const { body } = await get<Record<string, { api_name: string }[]>>(t, admin, path);
    return body[list]!.map((one) => one.api_name);
  };
  const everything = async () => ({
    fields: await names('/crm/v8/settings/fields?module=Leads', 'fields'),
    related: await names('/crm/v8/settings/related_lists?module=Contacts', 'related_lists'),
  });
  const coql = () =>
    send(t, admin, 'POST', '/crm/v8/coql', {
      select_query: 'select Visitor_Score from Leads where Days_Visited > 0 limit 1',
    });

  test('[VIS-15] [VIS-142] [VIS-143] the summary and the visits of records are gone on every node, and come back unchanged', async () => {
    const id = await become('away@acme.test', newVisitor(), page('/', 12));
    const before = await until(id, ({ Days_Visited: days }) => days === 1);
    const all = await everything();
    expect(all.fields).toContain('Visitor_Score');
    expect(all.related).toContain('Visits');
    const elsewhere = { ...t, app: other.app };
    expect((await get(elsewhere, admin, `/crm/v8/Leads/${id}/Visits?fields=Referrer`)).status).toBe(200);

    await send(t, admin, 'PUT', '/v1/visitor-tracking', { enabled: false });
    const off = await everything();
    expect(off.fields).toEqual(all.fields.filter((name) => !FIELDS.split(',').slice(1).includes(name)));
    expect(off.related).toEqual(all.related.filter((name) => name !== 'Visits'));
    expect(Object.keys(await read('Leads', id))).not.toContain('Visitor_Score');
    expect((await coql()).status).toBe(400);
    await eventually(
      () => get(elsewhere, admin, `/crm/v8/Leads/${id}/Visits?fields=Referrer`),
      ({ status }) => status === 400,
    );
    const taken = await send<{ fields: { code: string }[] }>(
      t,
      admin,
      'POST',
      '/crm/v8/settings/fields?module=Leads',
      {
        fields: [{ field_label: 'Referrer', data_type: 'text', api_name: 'Referrer' }],
      },
    );
    expect(taken.body.fields[0]!.code).toBe('DUPLICATE_DATA');
    const globex = await t.globex.token();
    const theirs = await get<{ fields: { api_name: string }[] }>(
      t,
      globex,
      '/crm/v8/settings/fields?module=Leads',
    );
    expect(theirs.body.fields.map((field) => field.api_name)).toContain('Visitor_Score');

    await send(t, admin, 'PUT', '/v1/visitor-tracking', { enabled: true });
    expect(await everything()).toEqual(all);
    expect(await read('Leads', id)).toEqual(before);
    expect((await coql()).status).toBe(200);
  });
});
