import type { ClientToServer, JoinAnswer, LiveEvent, ServerToClient } from '@crm-elements/contract';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view } from '../testing/requests.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

interface Profile {
  id: string;
  name: string;
  permissions_details: { id: string; name: string }[];
}

let t: TestApp;
let admin: string;
let agent: string;
let standard: Profile;
beforeAll(async () => {
  t = await createTestApp();
  [admin, agent] = [await t.acme.token(), await t.acme.token('agent')];
  const url = '/crm/v8/settings/profiles';
  const all = (await get<{ profiles: Profile[] }>(t, admin, url)).body.profiles;
  const { id } = all.find(({ name }) => name === 'Standard')!;
  standard = (await get<{ profiles: Profile[] }>(t, admin, `${url}/${id}`)).body.profiles[0]!;
});
afterAll(() => t.close());

const allow = async (enabled: boolean, ...names: string[]) => {
  const changes = standard.permissions_details
    .filter(({ name }) => names.includes(name))
    .map(({ id }) => ({ id, enabled }));
  expect(changes).toHaveLength(names.length);
  const rows = { profiles: [{ permissions_details: changes }] };
  const { status } = await send(t, admin, 'PUT', `/crm/v8/settings/profiles/${standard.id}`, rows);
  expect(status).toBe(200);
};
beforeEach(() =>
  allow(true, 'Crm_Implied_View_Visits', 'Crm_Implied_Tab_Visits', 'Crm_Implied_Attend_Chats'),
);

const status = async (url: string) => (await get(t, agent, url)).status;

type Client = Socket<ServerToClient, ClientToServer>;

async function connect(token: string): Promise<Client> {
  const socket: Client = io(await t.origin(), { transports: ['websocket'], forceNew: true, auth: { token } });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket;
}

const join = (socket: Client, room: string) =>
  socket.timeout(20_000).emitWithAck('join', room) as Promise<JoinAnswer>;

test('[VIS-32] a hidden tab shows nobody who is online; visits of a record are still read', async () => {
  expect(await status('/v1/visitors')).toBe(200);
  await allow(false, 'Crm_Implied_Tab_Visits');
  expect([await status('/v1/visitors'), await status('/v1/portals')]).toEqual([403, 403]);
  expect(await status('/crm/v2/Visits')).toBeLessThan(300);
});

test('[VIS-33] without the right to view, visits are neither listed nor followed', async () => {
  await allow(false, 'Crm_Implied_View_Visits');
  expect([await status('/v1/visitors'), await status('/crm/v2/Visits')]).toEqual([403, 403]);
  expect(await join(await connect(agent), 'visits')).toEqual({ error: 'forbidden' });
});

test.each([
  ['visits', 'Crm_Implied_View_Visits'],
  ['visits', 'Crm_Implied_Tab_Visits'],
  ['conversations', 'Crm_Implied_Attend_Chats'],
])('the room %s is left at once when %s is taken away', async (room, permission) => {
  const [socket, other] = [await connect(agent), await connect(admin)];
  expect([await join(socket, room), await join(other, room)]).toEqual([
    { seq: expect.any(Number) as number },
    { seq: expect.any(Number) as number },
  ]);
  const seen: Record<'agent' | 'admin', LiveEvent[]> = { agent: [], admin: [] };
  socket.on('live', (event) => seen.agent.push(event));
  other.on('live', (event) => seen.admin.push(event));
  await allow(false, permission);
  // Joining again is refused as soon as the change has reached the connection.
  await eventually(
    () => join(socket, room),
    (answer) => 'error' in answer,
  );
  const before = seen.agent.length;
  await collect(t, t.acme, newVisitor(), [view('https://shop.test/')]);
  if (room === 'visits')
    await eventually(
      async () => seen.admin.length,
      (count) => count > 0,
    );
  const rooms = (await socket.timeout(20_000).emitWithAck('sync')) as Record<string, number>;
  expect([rooms, seen.agent.length]).toEqual([{}, before]);
});

test('who may not attend chats reads no conversation', async () => {
  expect(await status('/v1/conversations')).toBe(200);
  await allow(false, 'Crm_Implied_Attend_Chats');
  expect(await status('/v1/conversations')).toBe(403);
});
