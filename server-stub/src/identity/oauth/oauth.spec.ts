import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface Client {
  client_id: string;
  client_secret: string;
}
interface Tokens {
  access_token: string;
  refresh_token: string;
  scope: string;
  error?: string;
}

const REDIRECT = 'https://app.test/back';

let t: TestApp;
let admin: string;
let client: Client;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  client = (
    await send<Client>(t, admin, 'POST', '/v1/oauth-clients', { name: 'Sync', redirect_uris: [REDIRECT] })
  ).body;
});
afterAll(() => t.close());

const ask = (body: object, token = admin) =>
  send<{ code: string }>(t, token, 'POST', '/v1/oauth-codes', {
    client_id: client.client_id,
    scope: 'ZohoCRM.modules.ALL',
    ...body,
  });
const codeFor = async (body: object, token = admin) => (await ask(body, token)).body.code;
async function exchange(query: Record<string, string>): Promise<Tokens> {
  const answer = await t.app.http.inject({
    method: 'POST',
    url: '/oauth/v2/token',
    query: {
      grant_type: 'authorization_code',
      client_id: client.client_id,
      client_secret: client.client_secret,
      ...query,
    },
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<Tokens>();
}
const scoped = async (scope: string) => (await exchange({ code: await codeFor({ scope }) })).access_token;
const status = async (token: string, url: string) => {
  const { status, body } = await get<{ code?: string } | undefined>(t, token, url);
  return [status, body?.code].filter(Boolean).join(' ');
};

describe('an authorization code', () => {
  test('gives an access token and a refresh token, once', async () => {
    const code = await codeFor({ scope: 'ZohoCRM.modules.ALL,ZohoCRM.users.READ' });
    const tokens = await exchange({ code });
    expect(tokens).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      api_domain: 'http://localhost:80',
      scope: 'ZohoCRM.modules.ALL ZohoCRM.users.READ',
    });
    expect(await status(tokens.access_token, '/crm/v8/users')).toBe('200');
    expect(await exchange({ code })).toEqual({ error: 'invalid_code' });
    const again = await exchange({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    expect(await status(again.access_token, '/crm/v8/users')).toBe('200');
    expect(again).not.toHaveProperty('refresh_token');
  });

  test('holds for its client and its redirect_uri alone, and not for ever', async () => {
    const bound = () => codeFor({ redirect_uri: REDIRECT });
    expect(await exchange({ code: await bound(), redirect_uri: 'https://evil.test/' })).toEqual({
      error: 'invalid_redirect_uri',
    });
    expect(await exchange({ code: await bound(), redirect_uri: REDIRECT })).toHaveProperty('access_token');
    expect(await exchange({ code: await bound(), client_secret: 'wrong' })).toEqual({
      error: 'invalid_client',
    });
    expect(await exchange({ code: await bound(), client_id: 'acme', client_secret: 'acme' })).toEqual({
      error: 'invalid_code',
    });
    const code = await bound();
    await t.database.pool.query("update oauth_code set expires_at = now() - interval '1 second'");
    expect(await exchange({ code, redirect_uri: REDIRECT })).toEqual({ error: 'invalid_code' });
    expect(await exchange({})).toEqual({ error: 'invalid_code' });
  });

  test('with a challenge needs its verifier', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const s256 = createHash('sha256').update(verifier).digest('base64url');
    const hashed = () => codeFor({ code_challenge: s256, code_challenge_method: 'S256' });
    expect(await exchange({ code: await hashed(), code_verifier: verifier })).toHaveProperty('access_token');
    expect(await exchange({ code: await hashed(), code_verifier: s256 })).toEqual({ error: 'invalid_code' });
    expect(await exchange({ code: await hashed() })).toEqual({ error: 'invalid_code' });
    expect(
      await exchange({ code: await codeFor({ code_challenge: verifier }), code_verifier: verifier }),
    ).toHaveProperty('access_token');
  });

  test('is not given for more than the asking token covers, nor to a page, nor for another’s client', async () => {
    const reader = await scoped('ZohoCRM.modules.leads.READ');
    expect((await ask({ scope: 'ZohoCRM.modules.READ' }, reader)).status).toBe(403);
    expect((await ask({ scope: 'ZohoCRM.modules.leads.ALL' }, reader)).status).toBe(403);
    expect((await ask({ scope: 'ZohoCRM.modules.Leads.READ' }, reader)).status).toBe(201);
    const page = await t.app.http.inject({
      method: 'POST',
      url: '/v1/oauth-codes',
      headers: {
        authorization: `Bearer ${await t.acme.token('admin', 'https://host.test')}`,
        origin: 'https://host.test',
      },
      payload: { client_id: client.client_id, scope: 'ZohoCRM.modules.READ' },
    });
    expect(page.statusCode).toBe(403);
    expect((await ask({}, await t.globex.token())).status).toBe(404);
    expect((await ask({ redirect_uri: 'https://evil.test/' })).status).toBe(400);
  });
});

describe('clients', () => {
  test('are the administrator’s business', async () => {
    const agent = await t.acme.token('agent');
    expect((await send(t, agent, 'POST', '/v1/oauth-clients', { name: 'Mine' })).status).toBe(403);
    expect((await get(t, agent, '/v1/oauth-clients')).status).toBe(403);
    const { body } = await get<{ data: Client[] }>(t, admin, '/v1/oauth-clients');
    expect(body.data.map(({ client_id: id }) => id)).toEqual(['acme', client.client_id]);
    expect(JSON.stringify(body)).not.toContain(client.client_secret);
  });

  test('are removed with all their tokens, in their own organization', async () => {
    const { body: other } = await send<Client>(t, admin, 'POST', '/v1/oauth-clients', { name: 'Other' });
    const code = await codeFor({ client_id: other.client_id });
    const { access_token: token } = await exchange({
      client_id: other.client_id,
      client_secret: other.client_secret,
      code,
    });
    const url = `/v1/oauth-clients/${other.client_id}`;
    expect((await send(t, await t.globex.token(), 'DELETE', url)).status).toBe(404);
    expect(await status(token, '/crm/v2/Leads')).toBe('204');
    expect((await send(t, admin, 'DELETE', url)).status).toBe(204);
    expect(await status(token, '/crm/v2/Leads')).toBe('401 INVALID_TOKEN');
  });
});

describe('scopes', () => {
  const cases: [string, string, string][] = [
    ['ZohoCRM.modules.ALL', '/crm/v2/Leads', '204'],
    ['ZohoCRM.modules.READ', '/crm/v2/Leads', '204'],
    ['ZohoCRM.modules.leads.READ', '/crm/v2/Leads', '204'],
    ['ZohoCRM.modules.leads.ALL', '/crm/v2/leads', '204'],
    ['ZohoCRM.modules.leads.READ', '/crm/v2/Contacts', '401 OAUTH_SCOPE_MISMATCH'],
    ['ZohoCRM.modules.leads.CREATE', '/crm/v2/Leads', '401 OAUTH_SCOPE_MISMATCH'],
    ['ZohoCRM.users.READ', '/crm/v2/Leads', '401 OAUTH_SCOPE_MISMATCH'],
    ['ZohoCRM.modules.ALL', '/crm/v2/Leads/search?word=some', '401 OAUTH_SCOPE_MISMATCH'],
    ['ZohoCRM.modules.ALL,ZohoSearch.securesearch.READ', '/crm/v2/Leads/search?word=some', '204'],
    ['ZohoCRM.settings.modules.READ', '/crm/v8/settings/modules', '200'],
    ['ZohoCRM.users.ALL', '/crm/v8/users', '200'],
    ['ZohoCRM.modules.ALL', '/crm/v8/users', '401 OAUTH_SCOPE_MISMATCH'],
    ['ZohoCRM.org.READ', '/crm/v8/org', '200'],
    ['ZohoCRM.settings.ALL', '/crm/v8/settings/roles', '200'],
    ['ZohoCRM.settings.roles.READ', '/crm/v8/settings/roles', '200'],
    ['ZohoCRM.settings.roles.READ', '/crm/v8/settings/profiles', '401 OAUTH_SCOPE_MISMATCH'],
    ['ZohoCRM.settings.roles.CREATE', '/crm/v8/settings/roles', '401 OAUTH_SCOPE_MISMATCH'],
    ['ZohoCRM.modules.leads.READ', '/v1/visitors', '403 forbidden'],
    ['ZohoCRM.modules.visits.READ', '/v1/visitors', '200'],
  ];
  test.each(cases)('%s reads %s: %s', async (scope, url, expected) => {
    expect(await status(await scoped(scope), url)).toBe(expected);
  });

  test('what creates and updates is WRITE, too', async () => {
    const token = await scoped('ZohoCRM.modules.leads.WRITE');
    const rows = { data: [{ Last_Name: 'Written' }] };
    expect((await send(t, token, 'POST', '/crm/v8/Leads', rows)).status).toBe(201);
    expect((await send(t, token, 'POST', '/crm/v8/Contacts', rows)).status).toBe(401);
    expect(await status(token, '/crm/v2/Leads')).toBe('401 OAUTH_SCOPE_MISMATCH');
  });
});
