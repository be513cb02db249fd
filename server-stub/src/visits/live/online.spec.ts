import type { OnlineVisitor, OnlineVisitorPage } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view } from '../../testing/requests.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
});
afterAll(() => t.close());

async function visitorOn(url: string, token = admin): Promise<OnlineVisitor | undefined> {
  const { body } = await get<OnlineVisitorPage>(t, token, '/v1/visitors?limit=200');
  return body.data.find(({ page }) => page.url === url);
}
const until = (url: string, holds: (visitor: OnlineVisitor) => boolean) =>
  eventually(
    () => visitorOn(url),
    (visitor) => visitor !== undefined && holds(visitor),
  );

describe('an online visitor', () => {
  test('[VIS-108] tells where they came in, what they did and how often they were here', async () => {
    const visitor = newVisitor();
    const url = 'https://shop.test/second';
    await collect(t, t.acme, visitor, [view('https://shop.test/before')]);
    await collect(t, t.acme, { ...visitor, s: clientId() }, [
      view('https://shop.test/in?utm_campaign=spring&utm_source=letter', { a: 60_000, n: 'Landing' }),
      view(url),
      { t: 'e', i: clientId(), n: 'video seen' },
    ]);
    // Two visits on one day, three pages.
    const score = 2 * 5 + 10 + 3;
    expect(await until(url, (one) => one.score === score)).toMatchObject({
      landing_page: { title: 'Landing' },
      campaign: 'spring',
      last_event: 'video seen',
      visit_count: 2,
      day_count: 1,
      returning: true,
      attended_by: null,
      chat: null,
    });
  });

  test('[VIS-128] has the telephone number of a record that the reader may see', async () => {
    const email = `${clientId()}@phone.test`.toLowerCase();
    const url = 'https://shop.test/phone';
    await collect(t, t.acme, newVisitor(), [
      view(url),
      { t: 'i', i: clientId(), w: { email, name: 'Vera Cole' } },
    ]);
    const { record, email: told, phone } = (await until(url, (one) => one.record !== null))!;
    expect([told, phone]).toEqual([email, null]);
    const change = (values: object) =>
      send(t, admin, 'PUT', `/crm/v8/${record!.module}/${record!.id}`, { data: [values] });
    await change({ Phone: '+33 1 23 45 67 89' });
    expect((await visitorOn(url))?.phone).toBe('+33 1 23 45 67 89');
    await change({ Mobile: '+33 6 12 34 56 78' });
    expect((await visitorOn(url))?.phone).toBe('+33 6 12 34 56 78');
    const { rowCount } = await t.database.pool.query(
      "update profile set permissions = array_remove(permissions, 'Leads.view') where org_id = $1 and not permissions @> '{*}'",
      [t.acme.orgId],
    );
    expect(rowCount).toBeGreaterThan(0);
    expect((await visitorOn(url, await t.acme.token('agent')))?.phone).toBeNull();
  });

  test('shows the chat that is going on and who attends it', async () => {
    const visitor = newVisitor();
    const url = 'https://shop.test/chat';
    await collect(t, t.acme, visitor, [view(url)]);
    const tokens = await t.app.http.inject({
      method: 'POST',
      url: '/v1/visitor-tokens',
      headers: { origin: 'http://localhost:5555' },
      payload: { k: t.acme.key, ...visitor },
    });
    const { token } = tokens.json<{ token: string }>();
    const begun = await t.app.http.inject({
      method: 'POST',
      url: '/v1/conversations',
      headers: { authorization: `Bearer ${token}`, origin: 'http://localhost:5555' },
      payload: { client_id: crypto.randomUUID(), name: 'Vera', email: 'vera@chat.test', text: 'Hello' },
    });
    const { id } = begun.json<{ id: string }>();
    expect((await visitorOn(url))?.chat).toEqual({ id, state: 'waiting' });
    await send(t, admin, 'POST', `/v1/conversations/${id}/accept`);
    expect(await visitorOn(url)).toMatchObject({
      chat: { id, state: 'active' },
      attended_by: { id: t.acme.users.admin },
    });
    await send(t, admin, 'POST', `/v1/conversations/${id}/end`);
    expect((await visitorOn(url))?.chat).toBeNull();
  });
});
