import { expect, type APIRequestContext } from '@playwright/test';
import { crmOrigin } from '../origins.js';

/** Asks the CRM as one of the demo's users. @param origin of another CRM than the one that all tests share */
export async function askCrm<T>(
  request: APIRequestContext,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { body, user = 'admin', origin = crmOrigin() }: { body?: unknown; user?: string; origin?: string } = {},
): Promise<T> {
  const token = await request.post(`${origin}/oauth/v2/token`, {
    form: {
      grant_type: 'refresh_token',
      client_id: 'demo',
      client_secret: 'demo',
      refresh_token: `demo-${user}`,
    },
  });
  const { access_token: access } = (await token.json()) as { access_token: string };
  const answer = await request.fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${access}` },
    ...(body !== undefined && { data: body }),
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}
