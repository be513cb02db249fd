import type { ClientToServer, JoinAnswer, LiveEvent, ServerToClient } from '@crm-elements/contract';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { collect, eventually, newVisitor, view } from '../../testing/requests.js';
import { createTestApp, type TestApp, type TestOrg } from '../../testing/test-app.js';

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

type Client = Socket<ServerToClient, ClientToServer>;

async function connect(
  token: string,
  headers: Record<string, string> = {},
  origin?: string,
): Promise<Client> {
  const socket: Client = io(origin ?? (await t.origin()), {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
    extraHeaders: headers,
  });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}

const join = (socket: Client, room = 'visits') =>
  socket.timeout(20_000).emitWithAck('join', room) as Promise<JoinAnswer>;
const visit = (org: TestOrg) => collect(t, org, newVisitor(), [view('https://shop.test/')]);

describe('realtime', () => {
  test('a new visit reaches the room with ids and a sequence, no bodies', async () => {
    const socket = await connect(await t.acme.token());
    const joined = await join(socket);
    const events: LiveEvent[] = [];
    socket.on('live', (event) => events.push(event));
    await visit(t.acme);
    await visit(t.globex);
    await eventually(
      async () => events.length,
      (count) => count > 0,
    );
    const [event] = events;
    expect(event).toMatchObject({
      room: 'visits',
      from: 'seq' in joined ? joined.seq : -1,
      changes: [{ type: 'visit.changed' }],
    });
    expect(Object.keys(event?.changes[0] ?? {}).sort()).toEqual(['id', 'type']);
    const seqs = await (socket.timeout(20_000).emitWithAck('sync') as Promise<Record<string, number>>);
    expect(seqs).toEqual({ visits: event?.seq });
    expect(events).toHaveLength(1);
  });

  test('without a right token there is no connection', async () => {
    await expect(connect('wrong')).rejects.toThrow('unauthorized');
    const bound = await t.acme.token('admin', 'https://host.test');
    await expect(connect(bound, { origin: 'https://evil.test' })).rejects.toThrow('unauthorized');
    await connect(bound, { origin: 'https://host.test' });
  });

  test('rooms are guarded by the profile, unknown rooms are named so', async () => {
    expect(await join(await connect(await t.acme.token('guest')))).toEqual({ error: 'forbidden' });
    expect(await join(await connect(await t.acme.token()), 'nowhere')).toEqual({ error: 'unknown_room' });
  });

  test('a user who is made inactive is out at once, other users stay', async () => {
    const [socket, other] = [await connect(await t.acme.token('light')), await connect(await t.acme.token())];
    await Promise.all([join(socket), join(other)]);
    const expired = new Promise<void>((resolve) => socket.once('expired', resolve));
    await t.database.pool.query("update crm_user set status = 'disabled' where email = 'light@acme.test'");
    await expired;
    const sync = (one: Client) => one.timeout(20_000).emitWithAck('sync') as Promise<Record<string, number>>;
    expect(await sync(socket)).toEqual({});
    expect(await sync(other)).toHaveProperty('visits');
  });

  test('a revoked refresh token ends the sockets that live on it, on every node', async () => {
    const other = await t.anotherNode();
    onTestFinished(() => other.close());
    const sockets = [
      await connect(await t.globex.token('rep')),
      await connect(await t.globex.token('rep'), {}, await other.origin()),
    ];
    const expired = sockets.map((socket) => new Promise<void>((resolve) => socket.once('expired', resolve)));
    await t.app.http.inject({
      method: 'POST',
      url: '/oauth/v2/token/revoke',
      query: { token: 'globex-rep' },
    });
    await Promise.all(expired);
    expect(await join(sockets[0]!)).toEqual({ error: 'forbidden' });
  });

  test('an expired token is told and can be renewed on the same connection', async () => {
    const token = await t.acme.token('agent');
    await t.database.pool.query(
      "update access_token set expires_at = now() + interval '300 milliseconds' where expires_at > now() + interval '50 minutes'",
    );
    const socket = await connect(token);
    await new Promise<void>((resolve) => socket.once('expired', resolve));
    expect(await join(socket)).toEqual({ error: 'forbidden' });
    expect(
      await (socket.timeout(20_000).emitWithAck('token', await t.globex.token('agent')) as Promise<boolean>),
    ).toBe(false);
    expect(
      await (socket.timeout(20_000).emitWithAck('token', await t.acme.token('agent')) as Promise<boolean>),
    ).toBe(true);
    expect(await join(socket)).toHaveProperty('seq');
  });
});
