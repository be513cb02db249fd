import type { OnlineVisitorPage, RecordPage } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, clientId, type TestApp } from './testing/test-app.js';
import { collect, eventually, get, newVisitor, view } from './testing/requests.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
  const visitor = newVisitor();
  await collect(t, t.acme, visitor, [
    view('https://acme.test/'),
    { t: 'f', i: clientId(), q: ['email'], w: { email: 'eve@home.test' } },
  ]);
  await collect(t, t.globex, visitor, [view('https://globex.test/')]);
  const token = await t.acme.token();
  await eventually(
    () => get<RecordPage>(t, token, '/crm/v2/Leads'),
    ({ status }) => status === 200,
  );
});
afterAll(() => t.close());

describe('organizations never see each other', () => {
  test.each(['acme', 'globex'] as const)('%s', async (name) => {
    const token = await t[name].token();
    const visits = await get<RecordPage>(t, token, '/crm/v2/Visits');
    expect(visits.body.data.map((visit) => visit.Visited_Page_URL)).toEqual([`https://${name}.test/`]);
    const online = await get<OnlineVisitorPage>(t, token, '/v1/visitors');
    expect(online.body.data.map(({ page }) => page.url)).toEqual([`https://${name}.test/`]);
  });

  test('reading the other one’s ids finds nothing', async () => {
    const [acme, globex] = [await t.acme.token(), await t.globex.token()];
    const visit = (await get<RecordPage>(t, acme, '/crm/v2/Visits')).body.data[0]?.id;
    const lead = (await get<RecordPage>(t, acme, '/crm/v2/Leads')).body.data[0]?.id;
    expect((await get(t, globex, `/crm/v8/Visits/${visit}`)).status).toBe(204);
    expect((await get(t, globex, `/crm/v8/Leads/${lead}`)).status).toBe(204);
    expect((await get(t, globex, `/crm/v8/Visits/${visit}/Actions_Performed?fields=Actions`)).status).toBe(
      204,
    );
    expect((await get(t, globex, `/v1/visits/${visit}/events`)).body).toEqual({ data: [] });
    expect((await get(t, globex, '/crm/v2/Leads')).status).toBe(204);
  });
});

describe('rights by profile', () => {
  const cases = [
    ['admin', '/crm/v2/Visits', 200],
    ['agent', '/crm/v2/Visits', 200],
    ['guest', '/crm/v2/Visits', 403],
    ['guest', '/v1/visitors', 403],
    ['guest', '/v1/portals', 403],
    ['guest', '/crm/v2/Leads', 200],
  ] as const;
  test.each(cases)('[VIS-32] %s reads %s: %i', async (user, url, status) => {
    expect((await get(t, await t.acme.token(user), url)).status).toBe(status);
  });

  test('[VIS-31] nobody writes a visit', async () => {
    const answer = await t.app.http.inject({
      method: 'POST',
      url: '/crm/v8/Visits',
      headers: { authorization: `Bearer ${await t.acme.token()}` },
      payload: { data: [{ Browser: 'Lynx' }] },
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'NOT_SUPPORTED']);
  });
});
