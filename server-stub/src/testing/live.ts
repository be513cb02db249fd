import type { ClientToServer, ServerToClient } from '@crm-elements/contract';
import { io, type Socket } from 'socket.io-client';
import type { TestNode } from './test-app.js';

export type LiveClient = Socket<ServerToClient, ClientToServer>;

/** Connects a reader; resolves when the connection stands. */
export async function connectLive(node: TestNode, token: string): Promise<LiveClient> {
  const socket: LiveClient = io(await node.origin(), {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}
