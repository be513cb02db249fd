import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

const given = {
  grant_type: 'refresh_token',
  client_id: 'acme',
  client_secret: 'acme',
  refresh_token: 'acme-admin',
};
const post = (options: object) => t.app.http.inject({ method: 'POST', url: '/oauth/v2/token', ...options });
const leads = (headers: Record<string, string>) => t.app.http.inject({ url: '/crm/v2/Leads', headers });

describe('the token endpoint', () => {
  const boundary = 'b0und';
  const multipart = Object.entries(given)
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('')
    .concat(`--${boundary}--\r\n`);
  const styles: [string, object][] = [
    ['query string', { query: given }],
    [
      'urlencoded',
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(given).toString(),
      },
    ],
    [
      'multipart',
      { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: multipart },
    ],
  ];
  test.each(styles)('takes its parameters as %s', async (_style, options) => {
    const answer = await post(options);
    expect(answer.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      api_domain: 'http://localhost:80',
    });
    const { access_token: token } = answer.json<{ access_token: string }>();
    expect((await leads({ authorization: `Zoho-oauthtoken ${token}` })).statusCode).toBe(204);
    expect((await leads({ authorization: `Bearer ${token}` })).statusCode).toBe(204);
  });

  test.each([
    [{ ...given, client_secret: 'wrong' }, 'invalid_client'],
    [{ ...given, client_id: 'nobody' }, 'invalid_client'],
    [{ ...given, refresh_token: 'wrong' }, 'invalid_code'],
    [{ ...given, client_id: 'globex', client_secret: 'globex' }, 'invalid_code'],
    [{ ...given, grant_type: 'password' }, 'unsupported_grant_type'],
    [{ ...given, origin: 'javascript:alert(1)' }, 'invalid_origin'],
    [{}, 'invalid_request'],
  ])('refuses %j with HTTP 200 and %s', async (query, error) => {
    const answer = await post({ query });
    expect([answer.statusCode, answer.json()]).toEqual([200, { error }]);
  });

  test('slows down somebody who guesses', async () => {
    const answers = await Promise.all(
      Array.from({ length: 80 }, () =>
        post({ query: { ...given, refresh_token: 'guess' }, remoteAddress: '203.0.113.9' }),
      ),
    );
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused[0]?.headers['retry-after']).toMatch(/^\d+$/);
    expect((await post({ query: given })).statusCode).toBe(200);
  });
});

describe('access tokens', () => {
  test('without one, or with a wrong one, nothing is told', async () => {
    for (const headers of [{}, { authorization: 'Bearer 1000.wrong' }, { authorization: 'Basic x' }]) {
      const answer = await leads(headers);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'INVALID_TOKEN']);
    }
  });

  test('an origin-bound token works from pages of its origin alone', async () => {
    const authorization = `Bearer ${await t.acme.token('admin', 'https://host.test')}`;
    expect((await leads({ authorization, origin: 'https://host.test' })).statusCode).toBe(204);
    expect((await leads({ authorization, origin: 'https://evil.test' })).statusCode).toBe(401);
    expect((await leads({ authorization })).statusCode).toBe(401);
    expect(
      (await leads({ authorization, 'sec-fetch-site': 'same-origin', host: 'host.test' })).statusCode,
    ).toBe(204);
  });

  test('a token that ended is refused, a revoked refresh token takes its tokens with it', async () => {
    const authorization = `Bearer ${await t.globex.token('light')}`;
    expect((await leads({ authorization })).statusCode).toBe(204);
    await t.app.http.inject({
      method: 'POST',
      url: '/oauth/v2/token/revoke',
      query: { token: 'globex-light' },
    });
    expect((await leads({ authorization })).statusCode).toBe(401);
    const late = `Bearer ${await t.globex.token('agent')}`;
    await t.database.pool.query("update access_token set expires_at = now() - interval '1 second'");
    expect((await leads({ authorization: late })).statusCode).toBe(401);
  });
});
