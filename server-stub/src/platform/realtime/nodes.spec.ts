import type { ClientToServer, LiveEvent, ServerToClient } from '@crm-elements/contract';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { collect, eventually, newVisitor, view } from '../../testing/requests.js';
import { createTestApp } from '../../testing/test-app.js';

test('a visit that one node took is told to a reader on another', async () => {
  const t = await createTestApp();
  onTestFinished(() => t.close());
  const other = await t.anotherNode();
  onTestFinished(() => other.close());
  const socket: Socket<ServerToClient, ClientToServer> = io(await other.origin(), {
    transports: ['websocket'],
    forceNew: true,
    auth: { token: await t.acme.token() },
  });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  await (socket.timeout(20_000).emitWithAck('join', 'visits') as Promise<unknown>);
  const events: LiveEvent[] = [];
  socket.on('live', (event) => events.push(event));
  for (let visits = 1; visits <= 5; visits++) {
    await collect(t, t.acme, newVisitor(), [view('https://shop.test/')]);
    await eventually(
      () => Promise.resolve(events.at(-1)?.seq),
      (seq) => (seq ?? 0) >= visits,
    );
  }
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});
