import type {
  CollectEvent,
  Conversation,
  CrmRecord,
  TimelinePage,
  VisitorToken,
} from '@crm-elements/contract';
import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CHROME,
  collect,
  eventually,
  get,
  newVisitor,
  send,
  view,
  type Visitor,
} from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
});
afterAll(() => t.close());

const is = (values: Record<string, string>): CollectEvent => ({ t: 'i', i: clientId(), w: values });
const leadOf = async (email: string) => {
  const { body } = await eventually(
    () => get<{ data: CrmRecord[] } | undefined>(t, admin, `/crm/v8/Leads/search?email=${email}`),
    ({ status }) => status === 200,
  );
  return body?.data[0]?.id ?? '';
};
const summaryOf = async (id: string, module = 'Leads') =>
  (
    await get<{ data: CrmRecord[] }>(
      t,
      admin,
      `/crm/v8/${module}/${id}?fields=Days_Visited,Number_Of_Chats,First_Visited_URL`,
    )
  ).body.data[0];
const visitsOf = async (id: string) =>
  (
    await get<{ data: CrmRecord[] } | undefined>(
      t,
      admin,
      `/crm/v8/Leads/${id}/Visits?fields=Visited_Page_URL`,
    )
  ).body?.data.length ?? 0;

test('a record that loses its visit to somebody else loses it from its summary at once', async () => {
  const visitor = newVisitor();
  await collect(t, t.acme, visitor, [view('https://shop.test/mine'), is({ email: 'first@change.test' })]);
  const first = await leadOf('first@change.test');
  const later = { ...visitor, s: clientId() };
  await collect(t, t.acme, later, [view('https://shop.test/theirs')]);
  await eventually(
    () => visitsOf(first),
    (count) => count === 2,
  );
  await t.database.pool.query(
    `with moved as (update visit set started_at = now() - interval '2 days' where entry_url = 'https://shop.test/mine' returning org_id, id)
     insert into outbox (org_id, id, topic, key) select org_id, id, 'visit.changed', id::text from moved`,
  );
  await eventually(
    () => summaryOf(first),
    (summary) => summary?.Days_Visited === 2,
  );
  await collect(t, t.acme, later, [is({ email: 'second@change.test' })]);
  const second = await leadOf('second@change.test');
  await eventually(
    () => summaryOf(first),
    (summary) => summary?.Days_Visited === 1,
  );
  await eventually(
    () => summaryOf(second),
    (summary) => summary?.First_Visited_URL === 'https://shop.test/theirs',
  );
  expect([await visitsOf(first), await visitsOf(second)]).toEqual([1, 1]);
});

test('[VIS-72] [VIS-85] who proves later who they are takes the chats of their visits before along', async () => {
  const email = 'known@change.test';
  const [contact = ''] = await insert(t, admin, 'Contacts', [{ Last_Name: 'Known', Email: email }]);
  const visitor = newVisitor();
  await collect(t, t.acme, visitor, [view('https://shop.test/chat')]);
  await chat(visitor, email);
  const chats = async () =>
    (await get<TimelinePage>(t, admin, `/v1/crm-view/${contact}/timeline?kinds=chat`)).body.data.length;
  expect(await chats()).toBe(0);
  const { body } = await get<{ key: string }>(t, admin, `/v1/portals/${t.acme.portalId}/identity-key`);
  const hash = createHmac('sha256', body.key).update(email).digest('hex');
  await collect(t, t.acme, { ...visitor, s: clientId() }, [
    view('https://shop.test/account'),
    is({ email, hash }),
  ]);
  await eventually(chats, (count) => count === 1);
  await eventually(
    () => summaryOf(contact, 'Contacts'),
    (summary) => summary?.Number_Of_Chats === 1,
  );
});

/** A chat from the first word to the end, in which the visitor says who they are without a proof. */
async function chat(visitor: Visitor, email: string): Promise<void> {
  const origin = 'http://localhost:5555';
  const { token } = (
    await t.app.http.inject({
      method: 'POST',
      url: '/v1/visitor-tokens',
      headers: { origin, 'user-agent': CHROME },
      payload: { k: t.acme.key, ...visitor },
    })
  ).json<VisitorToken>();
  const opening = { client_id: randomUUID(), name: 'Known', email, text: 'Hello?' };
  const { body } = await send<Conversation>(t, token, 'POST', '/v1/conversations', opening, {
    origin,
    authorization: `Bearer ${token}`,
  });
  await send(t, admin, 'POST', `/v1/conversations/${body.id}/accept`);
  const ended = await send(t, admin, 'POST', `/v1/conversations/${body.id}/end`);
  expect(ended.status).toBe(200);
}
