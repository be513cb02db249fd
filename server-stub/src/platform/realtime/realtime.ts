import type { ClientToServer, JoinAnswer, ServerToClient } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { Server, type Socket } from 'socket.io';
import type { Authenticator } from '../auth/authenticate.js';
import type { Party } from '../auth/principal.js';
import type { NodeLink } from './adapter.js';
import type { Publication } from '../outbox/relay.js';

/** How a domain serves its rooms. */
export interface RoomHandler {
  /** Whether the room is one of this domain. */
  knows(room: string): boolean;
  allows(party: Party, room: string): boolean | Promise<boolean>;
  /** The sequence of the last change in the room. */
  sequence(orgId: string, room: string): Promise<number>;
}

export interface Realtime {
  publish(publications: Publication[]): void;
  serve(handler: RoomHandler): void;
  /**
   * Looks at the rights of the connected again and takes away what they lost.
   * @param orgId of one organization; else of all
   */
  recheck(orgId?: string): Promise<void>;
  close(): Promise<void>;
}

interface SocketData {
  party: Party;
  token: string;
  expiry: NodeJS.Timeout;
  rooms: Set<string>;
}

type CrmSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

const fullName = (orgId: string, room: string) => `${orgId}/${room}`;

/** Socket.IO on the server of the app, WebSocket only, so that no load balancer needs sticky sessions. */
export function createRealtime(
  app: FastifyInstance,
  authenticator: Authenticator,
  nodes: NodeLink,
): Realtime {
  const handlers: RoomHandler[] = [];
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>(app.server, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 100_000,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    ...(nodes.adapter && { adapter: nodes.adapter }),
  });

  io.use((socket, next) => {
    const { token } = socket.handshake.auth as { token?: unknown };
    if (typeof token !== 'string') return next(new Error('unauthorized'));
    authenticator.token(token, socket.handshake.headers).then(
      (party) => {
        if (!party) return next(new Error('unauthorized'));
        Object.assign(socket.data, { party, token, rooms: new Set() });
        next();
      },
      () => next(new Error('unavailable')),
    );
  });

  const handlerOf = (room: string) => handlers.find((handler) => handler.knows(room));

  function expire(socket: CrmSocket): void {
    for (const room of socket.data.rooms) void socket.leave(fullName(socket.data.party.orgId, room));
    socket.data.rooms.clear();
    // Until the client brings a token that is in force, no room is joined.
    socket.data.party = { ...socket.data.party, expiresAt: new Date(0) };
    socket.emit('expired');
  }

  function watchExpiry(socket: CrmSocket): void {
    clearTimeout(socket.data.expiry);
    socket.data.expiry = setTimeout(
      () => expire(socket),
      Math.max(0, socket.data.party.expiresAt.getTime() - Date.now()),
    );
  }

  /** A right may have been taken away, a token revoked. */
  async function recheck(socket: CrmSocket): Promise<void> {
    const party = await authenticator.token(socket.data.token, socket.handshake.headers);
    if (!party) {
      expire(socket);
      return;
    }
    socket.data.party = party;
    for (const room of socket.data.rooms) {
      if (await handlerOf(room)?.allows(party, room)) continue;
      socket.data.rooms.delete(room);
      await socket.leave(fullName(party.orgId, room));
    }
  }

  async function join(socket: CrmSocket, room: string): Promise<JoinAnswer> {
    const { party, rooms } = socket.data;
    const handler = handlerOf(room);
    if (!handler) return { error: 'unknown_room' };
    if (party.expiresAt <= new Date() || !(await handler.allows(party, room))) return { error: 'forbidden' };
    rooms.add(room);
    await socket.join(fullName(party.orgId, room));
    // The rights may have changed meanwhile: then they were looked at without this room.
    if (socket.data.party !== party) await recheck(socket);
    if (!rooms.has(room)) return { error: 'forbidden' };
    // Read after joining: what is committed later reaches the socket as an event.
    return { seq: await handler.sequence(party.orgId, room) };
  }

  async function sequences(socket: CrmSocket): Promise<Record<string, number>> {
    await recheck(socket);
    const rooms = [...socket.data.rooms];
    const seqs = await Promise.all(
      rooms.map(async (room) => handlerOf(room)?.sequence(socket.data.party.orgId, room)),
    );
    return Object.fromEntries(rooms.map((room, index) => [room, seqs[index] ?? 0]));
  }

  async function renew(socket: CrmSocket, token: string): Promise<boolean> {
    const party = await authenticator.token(token, socket.handshake.headers);
    const { kind, orgId } = socket.data.party;
    if (party?.kind !== kind || party.orgId !== orgId) return false;
    Object.assign(socket.data, { party, token });
    watchExpiry(socket);
    return true;
  }

  io.on('connection', (socket) => {
    const failed = () => void socket.disconnect(true);
    watchExpiry(socket);
    socket.on('join', (room, answer) => {
      if (typeof room === 'string' && room.length <= 128 && typeof answer === 'function')
        join(socket, room).then(answer, failed);
    });
    socket.on('leave', (room) => {
      if (socket.data.rooms.delete(room)) void socket.leave(fullName(socket.data.party.orgId, room));
    });
    socket.on('typing', (room) => {
      if (!socket.data.rooms.has(room)) return;
      const { orgId, kind } = socket.data.party;
      socket
        .to(fullName(orgId, room))
        .emit('typing', { room, author: kind === 'user' ? 'operator' : 'visitor' });
    });
    socket.on('sync', (answer) => {
      if (typeof answer === 'function') sequences(socket).then(answer, failed);
    });
    socket.on('token', (token, answer) => {
      if (typeof token === 'string' && typeof answer === 'function')
        renew(socket, token).then(answer, failed);
    });
    socket.on('disconnect', () => clearTimeout(socket.data.expiry));
  });

  return {
    publish: (publications) => {
      for (const { orgId, event } of publications) io.to(fullName(orgId, event.room)).emit('live', event);
    },
    serve: (handler) => void handlers.push(handler),
    async recheck(orgId) {
      for (const socket of io.of('/').sockets.values()) {
        // One that cannot be judged now is cut off; it connects again.
        if (orgId === undefined || socket.data.party.orgId === orgId)
          await recheck(socket).catch(() => socket.disconnect(true));
      }
    },
    close: async () => {
      io.local.disconnectSockets(true);
      io.engine.close();
      await io.of('/').adapter.close();
      await nodes.close();
    },
  };
}
