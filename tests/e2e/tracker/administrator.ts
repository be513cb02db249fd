import { request, type APIRequestContext } from '@playwright/test';

/** The API of a backend as the demo's administrator asks it. */
export async function asAdministrator(backend: string): Promise<APIRequestContext> {
  const anonymous = await request.newContext();
  const answer = await anonymous.post(`${backend}/oauth/v2/token`, {
    form: {
      grant_type: 'refresh_token',
      client_id: 'demo',
      client_secret: 'demo',
      refresh_token: 'demo-admin',
    },
  });
  const { access_token: bearer } = (await answer.json()) as { access_token: string };
  await anonymous.dispose();
  return request.newContext({ baseURL: backend, extraHTTPHeaders: { authorization: `Bearer ${bearer}` } });
}
