import type { RecordPage } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, clientId, type TestApp } from '../../testing/test-app.js';
import { CHROME, collect, get, newVisitor, view } from '../../testing/requests.js';

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

const send = (payload: string, headers: Record<string, string> = {}) =>
  t.app.http.inject({
    method: 'POST',
    url: '/v1/collect',
    headers: { 'user-agent': CHROME, 'content-type': 'text/plain', ...headers },
    payload,
  });
const stored = async () => (await t.database.pool.query('select 1 from visit')).rowCount;

describe('collect refuses', () => {
  const id = clientId();
  const good = { v: 1, k: 'acme-portal', u: id, s: id, e: [view('https://a.test/')] };
  const cases: [
    what: string,
    payload: string,
    status: number,
    code: string,
    headers?: Record<string, string>,
  ][] = [
    ['an unknown portal', JSON.stringify({ ...good, k: 'nobody' }), 403, 'unknown_portal'],
    ['a foreign origin', JSON.stringify(good), 403, 'origin_not_allowed', { origin: 'https://evil.test' }],
    ['an opaque origin', JSON.stringify(good), 403, 'origin_not_allowed', { origin: 'null' }],
    ['malformed JSON', '{"v":1,', 400, 'invalid_json'],
    ['no body', '', 400, 'invalid_json'],
    ['JSON that is no object', '[]', 400, 'invalid_input'],
    ['10 MB', ' '.repeat(10_000_000), 413, 'payload_too_large'],
    [
      '10,000 events',
      JSON.stringify({ ...good, e: Array.from({ length: 10_000 }, () => ({ t: 'v', i: id, u: 'x' })) }),
      413,
      'payload_too_large',
    ],
    [
      '101 events',
      JSON.stringify({ ...good, e: Array.from({ length: 101 }, () => view('https://a.test/')) }),
      400,
      'invalid_input',
    ],
    ['a visitor id of 60 KB', JSON.stringify({ ...good, u: 'x'.repeat(60_000) }), 400, 'invalid_input'],
    ['a visitor id of 1 MB', JSON.stringify({ ...good, u: 'x'.repeat(1_000_000) }), 413, 'payload_too_large'],
    ['SQL for an id', JSON.stringify({ ...good, s: "'; drop table visit; --" }), 400, 'invalid_input'],
    ['an unknown kind', JSON.stringify({ ...good, e: [{ t: 'z', i: id }] }), 400, 'invalid_input'],
    [
      'one bad event among good ones',
      JSON.stringify({ ...good, e: [...good.e, { t: 'v', i: 'short', u: 'x' }] }),
      400,
      'invalid_input',
    ],
    ['an unknown version', JSON.stringify({ ...good, v: 9 }), 400, 'invalid_input'],
  ];
  test.each(cases)('%s', async (_what, payload, status, code, headers) => {
    const answer = await send(payload, headers);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await stored()).toBe(0);
  });

  test('a portal that is switched off', async () => {
    await t.database.pool.query("update portal set enabled = false where screen_name = 'globex-test'");
    const answer = await collect(t, t.globex, newVisitor(), [view('https://a.test/')]);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'portal_disabled']);
  });
});

describe('collect limits', () => {
  const beat = { t: 'g' as const, i: clientId(), m: 0, d: 0 };
  const statuses = async (
    count: number,
    visitor: () => ReturnType<typeof newVisitor>,
    remoteAddress: string,
  ) => {
    const answers = await Promise.all(
      Array.from({ length: count }, () =>
        t.app.http.inject({
          method: 'POST',
          url: '/v1/collect',
          remoteAddress,
          headers: { 'user-agent': CHROME, origin: 'http://localhost:1' },
          payload: JSON.stringify({ v: 1, k: 'acme-portal', ...visitor(), e: [beat] }),
        }),
      ),
    );
    return answers;
  };

  test('one visitor who asks without end is told when to try again', async () => {
    const one = newVisitor();
    const refused = (await statuses(620, () => one, '203.0.113.1')).filter(
      ({ statusCode }) => statusCode === 429,
    );
    expect(refused).toHaveLength(20);
    expect(refused[0]?.json()).toMatchObject({
      code: 'rate_limited',
      detail: expect.stringMatching(/visitor; try again in \d+ s/) as string,
    });
    expect(refused[0]?.headers['retry-after']).toMatch(/^\d+$/);
  });

  test('two hundred people behind one address are not', async () => {
    const answers = await statuses(1_000, newVisitor, '203.0.113.2');
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
  });
});

describe('collect takes as text', () => {
  const texts = [
    "'; drop table visit; --",
    '<script>alert(1)</script>',
    'cut emoji \ud83d',
    'NUL \0 inside',
    'عربى',
    '${jndi:ldap://x}',
  ];
  test.each(texts)('%j', async (text) => {
    const url = `https://a.test/${clientId()}`;
    const answer = await collect(t, t.acme, newVisitor(), [
      view(url, { n: text, r: text }),
      { t: 'e', i: clientId(), n: text, w: { [text]: text } },
      { t: 'f', i: clientId(), n: text, q: [text] },
    ]);
    expect(answer.statusCode).toBe(200);
    const { body } = await get<RecordPage>(t, await t.acme.token(), '/crm/v2/Visits');
    expect(body.data.find((row) => row.Visited_Page_URL === url)?.Visited_Page).toBe(
      text.replace('\0', '').toWellFormed(),
    );
  });
});
