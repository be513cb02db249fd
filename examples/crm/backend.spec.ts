import fastify, { type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { crmExample } from './backend.mjs';
import { recordAddress } from './sitemap.mjs';

let app: FastifyInstance;
let origin: string;
let asked: Record<string, string>;
let answer: object;

/** The application beside a stand-in for the CRM's token route, on one server as in the demo. */
beforeEach(async () => {
  asked = {};
  answer = { access_token: 'short-lived', expires_in: 900 };
  app = fastify();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  app.post('/oauth/v2/token', (request) => {
    asked = request.body as Record<string, string>;
    return answer;
  });
  await app.register(crmExample, { origin: () => origin });
  await app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterEach(() => app.close());

function post(path: string, { cookie = '', from = origin } = {}): Promise<Response> {
  return fetch(`${origin}/examples/crm/${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: from, cookie },
  });
}

async function signIn(key: string): Promise<string> {
  const response = await post(`sign-in/${key}`);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

function open(cookie = ''): Promise<Response> {
  return fetch(`${origin}/examples/crm/`, { redirect: 'manual', headers: { cookie } });
}

it('takes whoever comes first for the administrator', async () => {
  const response = await open();
  expect(response.status).toBe(200);
  expect(response.headers.get('set-cookie')).toContain('HttpOnly');
  expect(await response.text()).toContain('admin@acme.test');
});

it('sends those who have signed out to the sign-in page', async () => {
  const left = await post('sign-out', { cookie: await signIn('admin') });
  const response = await open(left.headers.get('set-cookie')?.split(';')[0]);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/examples/crm/sign-in');
});

it('signs in with a cookie that scripts and other sites do not get', async () => {
  const response = await post('sign-in/agent');
  expect(response.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax/);
  const page = await open(await signIn('agent'));
  expect(await page.text()).toContain('agent@acme.test');
});

it('asks the CRM for a token of its own origin, with the secret of the signed-in user', async () => {
  const response = await post('session', { cookie: await signIn('agent') });
  expect(await response.json()).toEqual({ token: 'short-lived', expires_in: 900 });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(asked).toEqual({
    grant_type: 'refresh_token',
    client_id: 'demo',
    client_secret: 'demo',
    refresh_token: 'demo-agent',
    origin,
  });
});

it('gives no token without a session, nor after signing out', async () => {
  expect((await post('session')).status).toBe(401);
  const cookie = await signIn('admin');
  await post('sign-out', { cookie });
  expect((await post('session', { cookie })).status).toBe(401);
});

it('refuses posts from other origins', async () => {
  const cookie = await signIn('admin');
  expect((await post('session', { cookie, from: 'http://evil.test' })).status).toBe(403);
  expect((await post('sign-in/admin', { from: 'http://evil.test' })).status).toBe(403);
});

it('says so when the CRM gives no token', async () => {
  answer = { error: 'invalid_code' };
  const response = await post('session', { cookie: await signIn('admin') });
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({ error: 'The CRM gave no token: invalid_code.' });
});

it('shows secrets and refresh tokens on no page', async () => {
  const pages = await Promise.all([open(await signIn('admin')), fetch(`${origin}/examples/crm/sign-in`)]);
  for (const page of pages) expect(await page.text()).not.toContain('demo-admin');
});

it('turns to the right for Arabic, and ignores a language that it does not have', async () => {
  const cookie = await signIn('admin');
  const page = async (lang: string) => (await open(`${cookie}; crm_example_lang=${lang}`)).text();
  expect(await page('ar')).toContain('<html lang="ar" dir="rtl"');
  expect(await page('constructor')).toContain('<html lang="en" dir="ltr"');
});

it('has a page of a record where mails link to', async () => {
  const link = recordAddress(origin).replace('{module}', 'Leads').replace('{id}', '4711');
  const page = await fetch(link, { redirect: 'manual', headers: { cookie: await signIn('admin') } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('record-id="4711"');
});
