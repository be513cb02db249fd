import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

const call = (method: 'GET' | 'PUT' | 'POST', url: string, headers: Record<string, string> = {}) =>
  t.app.http.inject({ method, url, headers });

describe('http', () => {
  test.each([
    ['GET', '/v1/nothing', 404, 'not_found'],
    ['GET', '/crm/v8', 404, 'INVALID_URL_PATTERN'],
    ['GET', '/crm/v99/Leads', 404, 'INVALID_URL_PATTERN'],
    ['PUT', '/v1/visitors', 405, 'method_not_allowed'],
    ['POST', '/crm/v5/Leads/1', 405, 'INVALID_REQUEST_METHOD'],
    ['GET', '/v1/visitors', 401, 'unauthorized'],
    ['GET', '/v1/visits/%00/events', 401, 'unauthorized'],
  ] as const)('%s %s answers %i %s in its dialect', async (method, url, status, code) => {
    const answer = await call(method, url);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  test.each([
    'limit=0',
    'limit=x',
    'since=-1',
    'portal_id=abc',
    'cursor=%27',
    'portal_id=99999999999999999999999',
  ])('GET /v1/visitors?%s is 400', async (query) => {
    const answer = await call('GET', `/v1/visitors?${query}`, {
      authorization: `Bearer ${await t.acme.token()}`,
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid_input']);
  });

  test('JSON needs no content type; a content type needs no body', async () => {
    const authorization = `Zoho-oauthtoken ${await t.acme.token()}`;
    const payload = JSON.stringify({ data: [{ Last_Name: 'Untyped', Company: 'Home' }] });
    const written = await t.app.http.inject({
      method: 'POST',
      url: '/crm/v8/Leads',
      headers: { authorization, 'content-length': String(payload.length) },
      payload: Readable.from(payload),
    });
    expect(written.statusCode).toBe(201);
    const { data } = written.json<{ data: { details: { id: string } }[] }>();
    const removed = await t.app.http.inject({
      method: 'DELETE',
      url: `/crm/v8/Leads/${data[0]?.details.id}`,
      headers: { authorization, 'content-type': 'application/json' },
    });
    expect(removed.statusCode).toBe(200);
    const image = await t.app.http.inject({
      method: 'POST',
      url: '/crm/v8/Leads',
      headers: { authorization, 'content-type': 'image/png' },
      payload,
    });
    expect(image.statusCode).toBe(415);
  });

  test('health, metrics and the document of the API are public', async () => {
    expect((await call('GET', '/healthz')).json()).toEqual({ status: 'ok' });
    expect((await call('GET', '/readyz')).json()).toEqual({ status: 'ok' });
    expect((await call('GET', '/metrics')).body).toMatch(/^http_request_duration_seconds_count\{/m);
    expect((await call('GET', '/openapi.json')).json<{ openapi: string }>().openapi).toBe('3.1.0');
  });

  test('pages of any site may call the API with a token', async () => {
    const answer = await t.app.http.inject({
      method: 'OPTIONS',
      url: '/v1/visitors',
      headers: {
        origin: 'https://host.test',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['access-control-allow-origin']).toBe('https://host.test');
    expect(answer.headers['access-control-allow-headers']).toBe('authorization');
  });
});
