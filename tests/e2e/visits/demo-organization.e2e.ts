import { expect, test, type APIRequestContext } from '@playwright/test';

const exchange = async (request: APIRequestContext, user: string, headers: Record<string, string> = {}) => {
  const answer = await request.post('/oauth/v2/token', {
    form: {
      grant_type: 'refresh_token',
      client_id: 'demo',
      client_secret: 'demo',
      refresh_token: `demo-${user}`,
    },
    headers,
  });
  return (await answer.json()) as { access_token?: string; error?: string };
};

test.describe('the demo organization', () => {
  for (const user of ['admin', 'agent', 'light', 'guest']) {
    test(`signs in ${user} on this machine, and nobody through a proxy`, async ({ request }) => {
      const { access_token: token } = await exchange(request, user);
      const read = (headers: Record<string, string> = {}) =>
        request.get('/crm/v2/Leads?per_page=1', {
          headers: { authorization: `Zoho-oauthtoken ${token}`, ...headers },
        });
      expect((await read()).status()).toBe(200);
      expect((await read({ 'x-forwarded-for': '203.0.113.7' })).status()).toBe(401);
      expect(await exchange(request, user, { forwarded: 'for=203.0.113.7' })).toEqual({
        error: 'invalid_code',
      });
    });
  }

  test('has leads and contacts enough to page through, and visits', async ({ request }) => {
    const { access_token: token } = await exchange(request, 'admin');
    const count = async (module: string) => {
      let total = 0;
      for (let page = 1, more = true; more; page++) {
        const answer = await request.get(`/crm/v2/${module}?page=${page}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        const { data, info } = (await answer.json()) as { data: unknown[]; info: { more_records: boolean } };
        total += data.length;
        more = info.more_records;
      }
      return total;
    };
    expect(await count('Leads')).toBeGreaterThanOrEqual(300);
    expect(await count('Contacts')).toBeGreaterThanOrEqual(300);
    expect(await count('Visits')).toBeGreaterThanOrEqual(60);
  });
});
