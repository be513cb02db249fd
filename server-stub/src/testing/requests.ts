import type { CollectEvent } from '@crm-elements/contract';
import type { TestApp, TestOrg } from './test-app.js';
import { clientId } from './test-app.js';

export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A browser of one visitor, as the server sees it. */
export interface Visitor {
  u: string;
  s: string;
}

export const newVisitor = (): Visitor => ({ u: clientId(), s: clientId() });

export const view = (url: string, more: Partial<Extract<CollectEvent, { t: 'v' }>> = {}): CollectEvent => ({
  t: 'v',
  i: clientId(),
  u: url,
  n: 'Page',
  ...more,
});

/** Sends events as a page would. */
export function collect(
  { app }: TestApp,
  org: TestOrg,
  visitor: Partial<Visitor>,
  events: CollectEvent[],
  headers: Record<string, string> = {},
) {
  return app.http.inject({
    method: 'POST',
    url: '/v1/collect',
    headers: {
      'content-type': 'text/plain',
      'user-agent': CHROME,
      origin: 'http://localhost:5555',
      ...headers,
    },
    payload: JSON.stringify({ v: 1, k: org.key, ...visitor, e: events }),
  });
}

/** Calls the API with a user's token. The caller says what the answer is. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- an answer has no type of its own
export async function get<T>(
  { app }: TestApp,
  token: string,
  url: string,
): Promise<{ status: number; body: T }> {
  const response = await app.http.inject({
    method: 'GET',
    url,
    headers: { authorization: `Zoho-oauthtoken ${token}` },
  });
  return { status: response.statusCode, body: (response.body ? response.json() : undefined) as T };
}

/** Waits until a check holds; the relay works on its own time. */
export async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`never came to hold: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Sends a body with a user's token. The caller says what the answer is. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- an answer has no type of its own
export async function send<T>(
  { app }: TestApp,
  token: string,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: T }> {
  const response = await app.http.inject({
    method,
    url,
    headers: { authorization: `Zoho-oauthtoken ${token}`, ...headers },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: (response.body ? response.json() : undefined) as T };
}
