import type { Conversation, CrmRecord, VisitorToken } from '@crm-elements/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROME, eventually, get, newVisitor, send } from '../../testing/requests.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';
import { openVisitOffice, type VisitOffice } from '../../testing/visits.js';

const ORIGIN = 'http://localhost:5555';
let t: TestApp;
let admin: string;
let office: VisitOffice;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  office = openVisitOffice(t, admin);
});
afterAll(() => t.close());

/** The lead that a visit belongs to. */
const leadOf = async (visit: string) => ((await office.read(visit)).Visited_By as { id: string }).id;

test('[VIS-92] [VIS-93] the visits of a lead tell where it came from and what it read, of all portals or of one', async () => {
  const visitor = newVisitor();
  const lead = await leadOf(
    await office.visit('oak', {
      email: 'oak@list.test',
      visitor,
      minutes: 2,
      referrer: 'https://www.bing.com/search?q=oak',
    }),
  );
  await office.visit('brass', { visitor: { ...visitor, s: clientId() } });
  const fields = 'IP_Address,Visited_Page,Time_Spent_Minutes,Referrer,Search_Engine';
  const visits = async (more = '') =>
    (
      await get<{ data: CrmRecord[] } | undefined>(
        t,
        admin,
        `/crm/v8/Leads/${lead}/Visits?fields=${fields}${more}`,
      )
    ).body?.data ?? [];
  const all = await visits();
  expect(all.map(({ Visited_Page }) => Visited_Page)).toEqual(['brass', 'oak']);
  expect(all[1]).toMatchObject({
    IP_Address: '127.0.0.1',
    Time_Spent_Minutes: 2,
    Referrer: 'https://www.bing.com/search?q=oak',
    Search_Engine: 'Bing',
  });
  expect(await visits(`&portal_id=${t.acme.portalId}`)).toHaveLength(2);
  expect(await visits(`&portal_id=${t.globex.portalId}`)).toEqual([]);
});

test('[VIS-85] the chats of a lead are counted', async () => {
  const visitor = newVisitor();
  const lead = await leadOf(await office.visit('chat', { email: 'chat@list.test', visitor }));
  const token = await t.app.http.inject({
    method: 'POST',
    url: '/v1/visitor-tokens',
    headers: { origin: ORIGIN, 'user-agent': CHROME },
    payload: { k: t.acme.key, ...visitor },
  });
  const begun = await t.app.http.inject({
    method: 'POST',
    url: '/v1/conversations',
    headers: { origin: ORIGIN, authorization: `Bearer ${token.json<VisitorToken>().token}` },
    payload: { client_id: randomUUID(), name: 'Vera', email: 'chat@list.test', text: 'Hello?' },
  });
  const { id } = begun.json<Conversation>();
  const agent = await t.acme.token('agent');
  await send(t, agent, 'POST', `/v1/conversations/${id}/accept`);
  expect((await send(t, agent, 'POST', `/v1/conversations/${id}/end`)).status).toBe(200);
  const read = async () =>
    (await get<{ data: CrmRecord[] }>(t, admin, `/crm/v8/Leads/${lead}?fields=Number_Of_Chats`)).body.data[0];
  expect((await eventually(read, (record) => record?.Number_Of_Chats !== 0))?.Number_Of_Chats).toBe(1);
});

test('visits that are deleted no longer count', async () => {
  const visitor = newVisitor();
  const first = await office.visit('stays', { email: 'deleted@list.test', visitor, minutes: 1 });
  const lead = await leadOf(first);
  const second = await office.visit('goes', { visitor: { ...visitor, s: clientId() }, minutes: 2 });
  const minutes = async () =>
    (await get<{ data: CrmRecord[] }>(t, admin, `/crm/v8/Leads/${lead}?fields=Average_Time_Spent_Minutes`))
      .body.data[0]?.Average_Time_Spent_Minutes;
  await eventually(minutes, (spent) => spent === 3);
  expect((await send(t, admin, 'DELETE', `/crm/v8/Visits/${second}`)).status).toBe(200);
  await eventually(minutes, (spent) => spent === 1);
  await send(t, admin, 'DELETE', `/crm/v8/Visits/${first}`);
  await eventually(minutes, (spent) => spent === null);
});
