import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from './api.js';
import { CrmError } from '../errors.js';
import { createTokens } from './tokens.js';

type Answer = (request: Request) => Response | Promise<Response>;

/** An API on a fetch that answers in turn; the last answer repeats. */
function apiWith(...answers: Answer[]) {
  const requests: Request[] = [];
  let tokens = 0;
  const getToken = vi.fn(() => `token-${++tokens}`);
  const call = createApi({
    baseUrl: 'https://crm.test/',
    tokens: createTokens(getToken),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return answers[Math.min(requests.length, answers.length) - 1]!(request);
    },
  });
  return { call, requests, getToken };
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });
const portals = { data: [{ id: '1', name: 'Acme', screen_name: 'acme', enabled: true }] };
const refused = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  if (!(error instanceof CrmError)) throw new Error('It was not refused.');
  return error;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets the pauses between retries pass. */
async function through<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

describe('a call', () => {
  it('goes to the route with its parameters, query and token', async () => {
    const { call, requests } = apiWith(json({ data: [], info: {} }));
    await call('GET /crm/v8/:module/:id/:related', {
      params: { module: 'Visits', id: '1/2', related: 'Actions_Performed' },
      query: { fields: 'a,b' },
    });
    expect(requests[0]?.url).toBe('https://crm.test/crm/v8/Visits/1%2F2/Actions_Performed?fields=a%2Cb');
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer token-1');
    expect(requests[0]?.method).toBe('GET');
  });

  it('sends its body as JSON', async () => {
    const { call, requests } = apiWith(json({ n: 1 }, 202));
    await call('POST /v1/visits/:id/commands', {
      params: { id: '7' },
      body: { type: 'page', name: 'greet' },
    });
    expect(requests[0]?.headers.get('content-type')).toContain('application/json');
    expect(await requests[0]?.json()).toEqual({ type: 'page', name: 'greet' });
  });

  it('may be bound to a record that nobody has changed since', async () => {
    const { call, requests } = apiWith(json({ data: [] }));
    await call(
      'PUT /crm/v8/:module/:id',
      { params: { module: 'Leads', id: '7' }, body: { data: [{}] } },
      { unmodifiedSince: '2026-03-04T09:30:00+00:00' },
    );
    expect(requests[0]?.headers.get('if-unmodified-since')).toBe('2026-03-04T09:30:00+00:00');
  });

  it('gives undefined where the answer has no content', async () => {
    const { call } = apiWith(() => new Response(null, { status: 204 }));
    const list = call('GET /crm/v8/:module', { params: { module: 'Visits' }, query: { fields: 'id' } });
    expect(await list).toBeUndefined();
  });
});

describe('a call with an expired token', () => {
  it('renews it and asks again', async () => {
    const { call, requests, getToken } = apiWith(json({ code: 'unauthorized' }, 401), json(portals));
    expect(await call('GET /v1/portals')).toEqual(portals);
    const sent = requests.map(({ headers }) => headers.get('authorization'));
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('renews it once for many calls', async () => {
    const { call, getToken } = apiWith(({ headers }) =>
      headers.get('authorization') === 'Bearer token-1' ? json({}, 401)() : json(portals)(),
    );
    await Promise.all(Array.from({ length: 8 }, () => call('GET /v1/portals')));
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('gives up when the next one is refused as well', async () => {
    const { call, requests } = apiWith(json({ code: 'unauthorized' }, 401));
    const error = await refused(call('GET /v1/portals'));
    expect(error).toMatchObject({ kind: 'unauthorized', code: 'unauthorized', retryable: false });
    expect(requests).toHaveLength(2);
  });

  it('says so when the host has no token', async () => {
    const call = createApi({
      baseUrl: 'https://crm.test',
      tokens: createTokens(() => Promise.reject(new Error('signed out'))),
      fetch: () => Promise.reject(new Error('It must not be asked.')),
    });
    const error = await refused(call('GET /v1/portals'));
    expect(error).toMatchObject({ kind: 'unauthorized', code: 'no_token', message: 'signed out' });
  });
});

describe('a refused call', () => {
  it('tells kind, code, words and request of a problem', async () => {
    const problem = { code: 'forbidden', detail: 'Not for you.', title: 'Forbidden', request_id: 'r-1' };
    const { call } = apiWith(json(problem, 403));
    const error = await refused(call('GET /v1/portals'));
    const { kind, code, message, requestId, retryable } = error;
    expect({ kind, code, message, requestId, retryable }).toEqual({
      kind: 'forbidden',
      code: 'forbidden',
      message: 'Not for you.',
      requestId: 'r-1',
      retryable: false,
    });
  });

  it('tells the code of the CRM data API', async () => {
    const { call } = apiWith(
      json({ code: 'INVALID_DATA', message: 'bad', status: 'error', details: {} }, 400),
    );
    const error = await refused(
      call('GET /crm/v8/:module', { params: { module: 'Visits' }, query: { fields: 'id' } }),
    );
    expect(error).toMatchObject({ kind: 'refused', code: 'INVALID_DATA', message: 'bad' });
  });

  it('tells which field of a row was refused', async () => {
    const details = { api_name: 'email', json_path: '$.users[0].email' };
    const row = { code: 'DUPLICATE_DATA', message: 'taken', status: 'error', details };
    const { call } = apiWith(json({ users: [row] }, 400));
    const error = await refused(call('POST /crm/v8/users', { body: { users: [{}] } }));
    expect(error).toMatchObject({ kind: 'refused', code: 'DUPLICATE_DATA', message: 'taken', details });
  });

  it('tells the fields that a problem is about', async () => {
    const errors = [{ path: '/name', message: 'must be text' }];
    const { call } = apiWith(json({ code: 'invalid_input', errors }, 400));
    expect(await refused(call('GET /v1/portals'))).toMatchObject({ details: { errors } });
  });

  it('is a server error where the answer is no JSON', async () => {
    const { call } = apiWith(() => new Response('<h1>Bad gateway</h1>', { status: 500 }));
    expect(await refused(call('GET /v1/portals'))).toMatchObject({
      kind: 'server',
      code: 'server',
      retryable: true,
    });
  });
});

describe('a call that meets trouble', () => {
  it('is tried again when it only reads', async () => {
    const { call, requests } = apiWith(json({}, 503), json({}, 502), json(portals));
    expect(await through(call('GET /v1/portals'))).toEqual(portals);
    expect(requests).toHaveLength(3);
  });

  it('is not tried again when it writes', async () => {
    const { call, requests } = apiWith(json({ code: 'unavailable' }, 503), json({ n: 1 }, 202));
    const write = call('POST /v1/visits/:id/commands', {
      params: { id: '7' },
      body: { type: 'page', name: 'greet' },
    });
    expect(await refused(through(write))).toMatchObject({ kind: 'server', code: 'unavailable' });
    expect(requests).toHaveLength(1);
  });

  it('is not tried again when it was refused', async () => {
    const { call, requests } = apiWith(json({ code: 'not_found' }, 404), json(portals));
    expect(await refused(through(call('GET /v1/portals')))).toMatchObject({ kind: 'not_found' });
    expect(requests).toHaveLength(1);
  });

  it('is offline when nobody answers', async () => {
    const { call } = apiWith(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await refused(through(call('GET /v1/portals')))).toMatchObject({
      kind: 'offline',
      retryable: true,
    });
  });
});
