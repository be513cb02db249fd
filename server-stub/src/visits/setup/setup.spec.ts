import type { EmbedCode, PortalSettings, Problem, VisitorTracking } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, CHROME, eventually, get, newVisitor, send, view } from '../../testing/requests.js';
import { clientId, createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let admin: string;
let agent: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  agent = await t.acme.token('agent');
});
afterAll(() => t.close());

const tracking = async (token = admin) => (await get<VisitorTracking>(t, token, '/v1/visitor-tracking')).body;
const portalOf = async (id: string, token = admin) => {
  const portal = (await tracking(token)).portals.find((one) => one.id === id);
  if (!portal) throw new Error('no such portal');
  return portal;
};
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- an answer has no type of its own
const call = <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, token = admin) =>
  send<T>(t, token, method, path, body);

/** A page with a code begins a visit. @returns the code of the answer, `stored` when it was taken */
async function visit(key: string, origin = 'https://shop.test'): Promise<string> {
  const answer = await t.app.http.inject({
    method: 'POST',
    url: '/v1/collect',
    headers: { 'user-agent': CHROME, 'content-type': 'text/plain', origin },
    payload: JSON.stringify({ v: 1, k: key, u: clientId(), s: clientId(), e: [view(`${origin}/`)] }),
  });
  return answer.statusCode === 200 ? 'stored' : answer.json<Problem>().code;
}

describe('a portal', () => {
  test('[VIS-03] [VIS-13] [VIS-23] is created by somebody who has none, with a code that its site can use', async () => {
    const { status, body } = await call<PortalSettings>('POST', '/v1/portals', {
      name: 'Boutique Été',
      push_as: 'Contacts',
      allowed_origins: ['shop.test', 'http://localhost:3000/path'],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Boutique Été',
      enabled: true,
      associated: true,
      push_as: 'Contacts',
      created_by: { id: t.acme.users.admin },
      users: [{ id: t.acme.users.admin }],
    });
    const [code] = body.embed_codes as [EmbedCode];
    expect(code.allowed_origins).toEqual(['https://shop.test', 'http://localhost:3000']);
    expect(code.code).toMatch(
      /^<script async src="http:\/\/[^"]+\/embed\.js" data-portal="[\w-]{16}"><\/script>$/,
    );
    expect(await visit(code.key)).toBe('stored');
    expect(await visit(code.key, 'https://elsewhere.test')).toBe('origin_not_allowed');
  });

  test('[VIS-18] is the only one of its creator', async () => {
    const { status, body } = await call<Problem>('POST', '/v1/portals', { name: 'Second' });
    expect([status, body.code]).toEqual([409, 'limit_reached']);
    expect(body.detail).toContain('one portal');
    expect((await tracking()).refusal).toBe('user_limit');
  });

  test('[VIS-19] takes users of the organization, whoever created it', async () => {
    const { body } = await call<PortalSettings>('PATCH', `/v1/portals/${t.acme.portalId}`, {
      user_ids: [t.acme.users.admin, t.acme.users.agent],
    });
    expect(body.users.map(({ id }) => id).sort()).toEqual([t.acme.users.admin, t.acme.users.agent].sort());
    const foreign = await call<Problem>('PATCH', `/v1/portals/${t.acme.portalId}`, {
      user_ids: [t.globex.users.agent],
    });
    expect([foreign.status, foreign.body.errors?.[0]?.path]).toEqual([400, '/user_ids']);
    expect((await portalOf(t.acme.portalId)).users).toHaveLength(2);
  });

  test('[VIS-24] [VIS-22] has a code for each site, with the chat icon or without', async () => {
    const path = `/v1/portals/${t.acme.portalId}/embed-codes`;
    const { body: code } = await call<EmbedCode>('POST', path, {
      name: 'Landing pages',
      show_chat_icon: false,
      allowed_origins: ['https://landing.test'],
    });
    expect(code.code).toContain(' data-chat="hidden">');
    const shown = await call<EmbedCode>('PATCH', `${path}/${code.id}`, { show_chat_icon: true });
    expect(shown.body.code).not.toContain('data-chat');
    expect((await portalOf(t.acme.portalId)).embed_codes.map(({ name }) => name)).toEqual([
      'acme shop',
      'Landing pages',
    ]);
    expect(await visit(code.key, 'https://landing.test')).toBe('stored');
    expect((await call('DELETE', `${path}/${code.id}`)).status).toBe(204);
    const [last] = (await portalOf(t.acme.portalId)).embed_codes as [EmbedCode];
    expect((await call('DELETE', `${path}/${last.id}`)).status).toBe(409);
  });

  test('a site that is none is refused, and nothing is changed', async () => {
    const [code] = (await portalOf(t.acme.portalId)).embed_codes as [EmbedCode];
    for (const site of ['ftp://shop.test', 'https://', 'https://user@shop.test', 'java script:x']) {
      const { status, body } = await call<Problem>(
        'PATCH',
        `/v1/portals/${t.acme.portalId}/embed-codes/${code.id}`,
        { name: 'changed', allowed_origins: ['https://good.test', site] },
      );
      expect([site, status, body.errors?.[0]?.path]).toEqual([site, 400, '/allowed_origins/1']);
    }
    expect((await portalOf(t.acme.portalId)).embed_codes).toEqual([code]);
  });

  test('[VIS-25] its code is mailed to the webmaster, in the language of the sender', async () => {
    const [code] = (await portalOf(t.acme.portalId)).embed_codes as [EmbedCode];
    const { status, body } = await call<{ sent: number }>(
      'POST',
      `/v1/portals/${t.acme.portalId}/embed-codes/${code.id}/send`,
      { to: ['webmaster@shop.test'], note: 'Before Friday, please.' },
    );
    expect([status, body]).toEqual([202, { sent: 1 }]);
    const sent = await get<{ data: { to: { email: string }; text: string }[] }>(t, admin, '/v1/sent-mails');
    const mail = sent.body.data.find(({ to }) => to.email === 'webmaster@shop.test')?.text;
    expect(mail).toContain('Before Friday, please.');
    expect(mail).toContain('acme-portal');
  });

  test('of another organization cannot be seen or changed', async () => {
    const foreign = await t.globex.token();
    expect((await tracking(foreign)).portals.map(({ id }) => id)).toEqual([t.globex.portalId]);
    const { status } = await call('PATCH', `/v1/portals/${t.acme.portalId}`, { name: 'Mine' }, foreign);
    expect(status).toBe(404);
  });

  test('is set up by those alone whose profile allows it', async () => {
    for (const [method, path, body] of [
      ['PUT', '/v1/visitor-tracking', { enabled: false }],
      ['POST', '/v1/portals', { name: 'x' }],
      ['PATCH', `/v1/portals/${t.acme.portalId}`, { name: 'x' }],
      ['POST', `/v1/portals/${t.acme.portalId}/embed-codes`, { name: 'x' }],
    ] as const)
      expect([path, (await call(method, path, body, agent)).status]).toEqual([path, 403]);
    expect((await get(t, agent, '/v1/visitor-tracking')).status).toBe(403);
  });
});

describe('an organization', () => {
  test('[VIS-20] associates five portals at most, also when two are created at once', async () => {
    const globex = await t.globex.token();
    const users = Object.values(t.globex.users).filter((id) => id !== t.globex.users.agent);
    // Three more by other hands leave room for one.
    for (const [index, user] of users.slice(1, 4).entries())
      await t.database.pool.query(
        `insert into portal (org_id, id, screen_name, name, enabled, push_as, assigned_user_id, created_by)
         values ($1, $2, $3, 'More', true, 'Leads', $4, $4)`,
        [t.globex.orgId, String(index + 1), `more-${index}`, user],
      );
    const manager = await t.globex.token('manager');
    await t.database.pool.query(
      "update profile set permissions = array_append(permissions, 'manage_visitor_tracking') where org_id = $1",
      [t.globex.orgId],
    );
    const answers = await Promise.all(
      [globex, manager].map((token) => call<Problem>('POST', '/v1/portals', { name: 'Fifth' }, token)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409]);
    expect((await tracking(globex)).portals.filter(({ associated }) => associated)).toHaveLength(5);
  });
});

describe('switched off', () => {
  test('[VIS-141] a portal takes no more visits, and shows those it had', async () => {
    const { id, embed_codes: codes } = (await tracking()).portals.at(-1)!;
    const key = codes[0]?.key ?? '';
    expect(await visit(key)).toBe('stored');
    await call('PATCH', `/v1/portals/${id}`, { enabled: false });
    await eventually(
      () => visit(key),
      (code) => code === 'portal_disabled',
    );
    const visits = await get<{ data: { Portal_Name: string }[] }>(
      t,
      admin,
      '/crm/v8/Visits?fields=Portal_Name',
    );
    expect(visits.body.data.map((row) => row.Portal_Name)).toContain('Boutique Été');
    await call('PATCH', `/v1/portals/${id}`, { enabled: true });
    await eventually(
      () => visit(key),
      (code) => code === 'stored',
    );
  });

  test('[VIS-01] [VIS-142] the integration stops all portals, and goes on as it was', async () => {
    await call('PUT', '/v1/visitor-tracking', { enabled: false });
    expect(await tracking()).toMatchObject({ enabled: false, diagnosis: 'switched_off' });
    const acme = async () =>
      (await collect(t, t.acme, newVisitor(), [view('http://localhost:5555/')])).statusCode;
    await eventually(acme, (status) => status === 403);
    const { body } = await call<VisitorTracking>('PUT', '/v1/visitor-tracking', { enabled: true });
    expect(body.portals).toHaveLength(2);
    await eventually(acme, (status) => status === 200);
  });
});
