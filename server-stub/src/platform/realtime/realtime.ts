import type { ClientToServer, JoinAnswer, ServerToClient } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { Server, type Socket } from 'socket.io';
import type { Authenticator } from '../auth/authenticate.js';
import type { Principal } from '../auth/principal.js';
import type { Db } from '../db/database.js';
import type { Publication } from '../outbox/relay.js';
import { roomSequence } from '../outbox/rooms.js';

/** Whether a user may read a room; undefined when no domain knows it. */
export type RoomGuard = (principal: Principal, room: string) => boolean | undefined;

export interface Realtime {
  publish(publications: Publication[]): void;
  guard(guard: RoomGuard): void;
  close(): Promise<void>;
}

interface SocketData {
  principal: Principal;
  token: string;
  expiry: NodeJS.Timeout;
  rooms: Set<string>;
}

type CrmSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

const fullName = (orgId: string, room: string) => `${orgId}/${room}`;

/** Socket.IO on the server of the app, WebSocket only, so that no load balancer needs sticky sessions. */
export function createRealtime(app: FastifyInstance, authenticator: Authenticator, db: Db): Realtime {
  const guards: RoomGuard[] = [];
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>(app.server, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 100_000,
    pingInterval: 10_000,
    pingTimeout: 8_000,
  });

  io.use((socket, next) => {
    const { token } = socket.handshake.auth as { token?: unknown };
    if (typeof token !== 'string') return next(new Error('unauthorized'));
    authenticator.token(token, socket.handshake.headers).then(
      (principal) => {
        if (!principal) return next(new Error('unauthorized'));
        Object.assign(socket.data, { principal, token, rooms: new Set() });
        next();
      },
      () => next(new Error('unavailable')),
    );
  });

  const allowed = (principal: Principal, room: string) => guards.map((guard) => guard(principal, room)).find((answer) => answer !== undefined);

  function expire(socket: CrmSocket): void {
    for (const room of socket.data.rooms) void socket.leave(fullName(socket.data.principal.orgId, room));
    socket.data.rooms.clear();
    socket.emit('expired');
  }

  function watchExpiry(socket: CrmSocket): void {
    clearTimeout(socket.data.expiry);
    socket.data.expiry = setTimeout(() => expire(socket), Math.max(0, socket.data.principal.expiresAt.getTime() - Date.now()));
  }

  /** A right may have been taken away, a token revoked: seen at the next sign of life. */
  async function recheck(socket: CrmSocket): Promise<void> {
    const principal = await authenticator.token(socket.data.token, socket.handshake.headers);
    if (!principal) return expire(socket);
    socket.data.principal = principal;
    for (const room of socket.data.rooms) {
      if (allowed(principal, room)) continue;
      socket.data.rooms.delete(room);
      await socket.leave(fullName(principal.orgId, room));
    }
  }

  async function join(socket: CrmSocket, room: string): Promise<JoinAnswer> {
    const verdict = allowed(socket.data.principal, room);
    if (verdict === undefined) return { error: 'unknown_room' };
    if (!verdict || socket.data.principal.expiresAt <= new Date()) return { error: 'forbidden' };
    socket.data.rooms.add(room);
    await socket.join(fullName(socket.data.principal.orgId, room));
    // Read after joining: what is committed later reaches the socket as an event.
    return { seq: await roomSequence(db, socket.data.principal.orgId, room) };
  }

  async function sequences(socket: CrmSocket): Promise<Record<string, number>> {
    await recheck(socket);
    const rooms = [...socket.data.rooms];
    const seqs = await Promise.all(rooms.map((room) => roomSequence(db, socket.data.principal.orgId, room)));
    return Object.fromEntries(rooms.map((room, index) => [room, seqs[index] ?? 0]));
  }

  async function renew(socket: CrmSocket, token: string): Promise<boolean> {
    const principal = await authenticator.token(token, socket.handshake.headers);
    if (!principal || principal.orgId !== socket.data.principal.orgId) return false;
    Object.assign(socket.data, { principal, token });
    watchExpiry(socket);
    return true;
  }

  io.on('connection', (socket) => {
    const failed = () => void socket.disconnect(true);
    watchExpiry(socket);
    socket.on('join', (room, answer) => {
      if (typeof room === 'string' && room.length <= 128 && typeof answer === 'function') join(socket, room).then(answer, failed);
    });
    socket.on('leave', (room) => {
      if (socket.data.rooms.delete(room)) void socket.leave(fullName(socket.data.principal.orgId, room));
    });
    socket.on('sync', (answer) => {
      if (typeof answer === 'function') sequences(socket).then(answer, failed);
    });
    socket.on('token', (token, answer) => {
      if (typeof token === 'string' && typeof answer === 'function') renew(socket, token).then(answer, failed);
    });
    socket.on('disconnect', () => clearTimeout(socket.data.expiry));
  });

  return {
    publish: (publications) => {
      for (const { orgId, event } of publications) io.to(fullName(orgId, event.room)).emit('live', event);
    },
    guard: (guard) => void guards.push(guard),
    close: async () => {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
