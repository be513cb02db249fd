import type { WriteRow } from '@crm-elements/contract';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { until } from '../../testing/until.js';

interface Answer {
  watch: WriteRow[];
  code?: string;
}
interface Told {
  module: string;
  operation: string;
  ids: string[];
  token: string | null;
  channel_id: string;
  affected_fields: Record<string, string[]>[];
  affected_values?: { record_id: string; values: Record<string, unknown> }[];
  query_params: Record<string, string>;
  resource_uri: string;
}
interface Call {
  headers: IncomingHttpHeaders;
  text: string;
  body: Told;
}

let t: TestApp;
let token: string;
let globex: string;
beforeAll(async () => {
  t = await createTestApp({ outboundAllow: ['localhost'] });
  [token, globex] = [await t.acme.token(), await t.globex.token()];
});
afterAll(() => t.close());

/** A program that is called back; it can be taken down and brought up again at the same address. */
async function createReceiver() {
  const calls: Call[] = [];
  let status = 200;
  let server: Server;
  const start = async (port: number) => {
    server = createServer((request, answer) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        calls.push({ headers: request.headers, text, body: JSON.parse(text) as Told });
        answer.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
    return (server.address() as AddressInfo).port;
  };
  const stop = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  const port = await start(0);
  onTestFinished(stop);
  return {
    calls,
    url: `http://localhost:${port}/hook?key=1`,
    stop,
    restart: () => start(port),
    answerWith: (next: number) => (status = next),
  };
}

let last = 1_000;
const watch = (method: 'POST' | 'PUT' | 'PATCH', row: object, as = token) =>
  send<Answer>(t, as, method, '/crm/v8/actions/watch', { watch: [row] });
async function subscribe(notify_url: string, more: object = {}, as = token): Promise<string> {
  const channel_id = String(++last);
  const { status, body } = await watch(
    'POST',
    { channel_id, notify_url, events: ['Leads.all'], ...more },
    as,
  );
  expect([status, body.watch[0]?.code]).toEqual([201, 'SUCCESS']);
  onTestFinished(async () => {
    await send(t, as, 'DELETE', `/crm/v8/actions/watch?channel_ids=${channel_id}`);
  });
  return channel_id;
}
const update = (id: string, record: object) =>
  send(t, token, 'PUT', `/crm/v8/Leads/${id}`, { data: [record] });

describe('a channel', () => {
  test('tells what happened, in order, with its token and signed by it', async () => {
    const receiver = await createReceiver();
    const channel = await subscribe(receiver.url, {
      token: 'known to both',
      return_affected_field_values: true,
    });
    const [id = ''] = await insert(t, token, 'Leads', [{ Last_Name: 'Told' }]);
    await update(id, { Company: 'Northwind' });
    await send(t, token, 'DELETE', `/crm/v8/Leads/${id}`);
    await until(() => receiver.calls.length >= 3, 'three calls');
    expect(receiver.calls.map(({ body }) => [body.operation, body.ids])).toEqual([
      ['insert', [id]],
      ['update', [id]],
      ['delete', [id]],
    ]);
    const [, { headers, text, body }] = receiver.calls as [Call, Call];
    expect(body).toMatchObject({
      module: 'Leads',
      channel_id: channel,
      token: 'known to both',
      affected_fields: [{ [id]: ['Company'] }],
      affected_values: [{ record_id: id, values: { Company: 'Northwind' } }],
      query_params: { key: '1' },
    });
    expect(body.resource_uri).toMatch(/^https?:\/\/.+\/crm\/v8\/Leads$/);
    const signature = createHmac('sha256', 'known to both').update(text).digest('hex');
    expect(headers['x-crm-signature']).toBe(`sha256=${signature}`);
  });

  test('keeps what a receiver that is down has not taken, and tells it in order when it is back', async () => {
    const receiver = await createReceiver();
    await subscribe(receiver.url);
    const [id = ''] = await insert(t, token, 'Leads', [{ Last_Name: 'v0' }]);
    await until(() => receiver.calls.length === 1, 'the first call');
    await receiver.stop();
    for (const name of ['v1', 'v2', 'v3']) await update(id, { Last_Name: name });
    await send(t, token, 'DELETE', `/crm/v8/Leads/${id}`);
    await until(async () => {
      const { rows } = await t.database.pool.query('select 1 from watch_channel where attempts > 0');
      return rows.length > 0;
    }, 'a call in vain');
    await receiver.restart();
    await until(() => receiver.calls.at(-1)?.body.operation === 'delete', 'what was missed');
    // What waited when it was first tried stays together: the updates come in one call or in several.
    const order = receiver.calls.map(({ body }) => body.operation);
    expect(order.filter((operation, n) => operation !== order[n - 1])).toEqual([
      'insert',
      'update',
      'delete',
    ]);
    const updates = receiver.calls.filter(({ body }) => body.operation === 'update');
    expect(updates.flatMap(({ body }) => body.affected_fields)).toHaveLength(3);
  });

  test('tells again, under the same id, what was refused', async () => {
    const receiver = await createReceiver();
    receiver.answerWith(500);
    await subscribe(receiver.url);
    const [first = ''] = await insert(t, token, 'Leads', [{ Last_Name: 'Refused' }]);
    await until(() => receiver.calls.length === 1, 'a refused call');
    const [second = ''] = await insert(t, token, 'Leads', [{ Last_Name: 'Behind it' }]);
    receiver.answerWith(200);
    await until(() => receiver.calls.length >= 3, 'the second try and the next');
    const ids = receiver.calls.map(({ headers }) => headers['x-crm-delivery-id']);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(receiver.calls.map(({ body }) => body.ids)).toEqual([[first], [first], [second]]);
  });

  test('tells of many records at once, of its own events alone, and never of another organization', async () => {
    const receiver = await createReceiver();
    await subscribe(receiver.url, { events: ['contacts.create', 'Leads.delete'] });
    await insert(t, globex, 'Contacts', [{ Last_Name: 'Theirs' }]);
    const [lead = ''] = await insert(t, token, 'Leads', [{ Last_Name: 'Silent' }]);
    const contacts = await insert(
      t,
      token,
      'Contacts',
      Array.from({ length: 30 }, (_, index) => ({ Last_Name: `c${index}` })),
    );
    await send(t, token, 'DELETE', `/crm/v8/Leads/${lead}`);
    await until(() => receiver.calls.length >= 2, 'two calls');
    expect(receiver.calls.map(({ body }) => [body.module, body.operation, body.ids])).toEqual([
      ['Contacts', 'insert', contacts],
      ['Leads', 'delete', [lead]],
    ]);
  });

  test('tells only what its user may see', async () => {
    const receiver = await createReceiver();
    await send(t, token, 'PUT', '/crm/v8/settings/data_sharing', {
      data_sharing: [{ module: { api_name: 'Deals' }, share_type: 'private' }],
    });
    const agent = await t.acme.token('agent');
    await subscribe(receiver.url, { events: ['Deals.create'] }, agent);
    const deal = { Deal_Name: 'd', Stage: 'Qualification' };
    await insert(t, token, 'Deals', [deal]);
    const [theirs] = await insert(t, agent, 'Deals', [deal]);
    await until(() => receiver.calls.length > 0, 'a call');
    expect(receiver.calls.map(({ body }) => body.ids)).toEqual([[theirs]]);
  });
});

describe('channels', () => {
  const url = 'http://localhost:9/hook';
  const list = (query = '', as = token) =>
    get<{ watch: Record<string, unknown>[]; info: object }>(t, as, `/crm/v8/actions/watch?${query}`);

  test('are listed, changed, reduced and closed, by their own user', async () => {
    const id = await subscribe(url, { events: ['Leads.create', 'Deals.all'], token: 'one' });
    const { body } = await list(`channel_id=${id}`);
    expect(body.watch).toMatchObject([
      { channel_id: id, resource_name: 'Leads', events: ['Leads.create'], token: 'one', notify_url: url },
      { channel_id: id, resource_name: 'Deals', events: ['Deals.all'] },
    ]);
    expect((await list('module=Contacts')).status).toBe(204);
    expect((await list('', globex)).status).toBe(204);
    expect((await list('', await t.acme.token('agent'))).status).toBe(204);
    await watch('PATCH', { channel_id: id, token: 'two' });
    await watch('PATCH', { channel_id: id, events: ['Deals.all'], _delete_events: true });
    expect((await list()).body.watch).toMatchObject([{ resource_name: 'Leads', token: 'two' }]);
    await watch('PUT', { channel_id: id, events: ['Contacts.edit'], notify_url: url });
    expect((await list()).body.watch).toMatchObject([{ events: ['Contacts.edit'], token: null }]);
    expect((await watch('PATCH', { channel_id: id, token: 'x' }, globex)).body.watch[0]?.code).toBe(
      'NOT_SUBSCRIBED',
    );
    const gone = () => send<Answer>(t, token, 'DELETE', `/crm/v8/actions/watch?channel_ids=${id}`);
    expect((await gone()).status).toBe(200);
    expect((await gone()).body.watch[0]?.code).toBe('NOT_SUBSCRIBED');
    expect((await list()).status).toBe(204);
  });

  test('last an hour unless they say how long, a week at most', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const id = await subscribe(url);
    const expiry = String((await list(`channel_id=${id}`)).body.watch[0]?.channel_expiry);
    expect(Math.abs(Date.parse(expiry) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    await subscribe(url, { channel_expiry: inDays(6.9) });
    for (const days of [8, -1]) {
      const { status, body } = await watch('POST', {
        channel_id: '5',
        notify_url: url,
        events: ['Leads.all'],
        channel_expiry: inDays(days),
      });
      expect([status, body.watch[0]?.details.api_name]).toEqual([400, 'channel_expiry']);
    }
  });

  test.each([
    ['no id', { channel_id: undefined }, 'MANDATORY_NOT_FOUND', 'channel_id'],
    ['an id that is none', { channel_id: 'x' }, 'INVALID_DATA', 'channel_id'],
    ['no events', { events: [] }, 'INVALID_DATA', 'events'],
    ['an event that is none', { events: ['Leads.explode'] }, 'INVALID_DATA', 'events'],
    ['an unknown module', { events: ['Nothing.all'] }, 'INVALID_DATA', 'events'],
    ['no address', { notify_url: undefined }, 'MANDATORY_NOT_FOUND', 'notify_url'],
    ['a private address', { notify_url: 'http://127.0.0.1:1/' }, 'INVALID_DATA', 'notify_url'],
    ['another protocol', { notify_url: 'file:///etc/passwd' }, 'INVALID_DATA', 'notify_url'],
    ['a long token', { token: 'x'.repeat(51) }, 'INVALID_DATA', 'token'],
    ['a condition', { notification_condition: [{}] }, 'NOT_SUPPORTED', 'notification_condition'],
  ])('%s: refused', async (_name, row, code, field) => {
    const { status, body } = await watch('POST', {
      channel_id: '7',
      notify_url: url,
      events: ['Leads.all'],
      ...row,
    });
    expect([status, body.watch[0]?.code, body.watch[0]?.details.json_path]).toEqual([
      400,
      code,
      `$.watch[0].${field}`,
    ]);
  });

  test('of modules that one may not see are refused', async () => {
    const { body } = await watch(
      'POST',
      { channel_id: '8', notify_url: url, events: ['Tasks.all'] },
      await t.acme.token('guest'),
    );
    expect(body.watch[0]?.code).toBe('INVALID_DATA');
  });
});
