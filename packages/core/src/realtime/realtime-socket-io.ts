import type { ClientToServer, JoinAnswer, ServerToClient } from '@crm-elements/contract';
import { io, type Socket } from 'socket.io-client';
import type { Connect, Connection, ConnectionEvents } from './realtime.js';

/** A handshake that has not come to its end by then never will (ms). */
const OPEN_MS = 8_000;
/** An answer on an open link; a link that stays silent longer is half open (ms). */
const ANSWER_MS = 3_500;

type CrmSocket = Socket<ServerToClient, ClientToServer>;

/**
 * One attempt, one socket: the library's own reconnection would wait out its time limit when a
 * WebSocket is accepted and closed before the handshake, because it does not listen to that close.
 */
export function connectSocketIo(baseUrl: string): Connect {
  return (token, events) =>
    new Promise((resolve, reject) => {
      const socket: CrmSocket = io(baseUrl, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        timeout: OPEN_MS,
        auth: { token },
      });
      const fail = (error: Error) => {
        clearTimeout(deadline);
        socket.removeAllListeners();
        socket.disconnect();
        socket.io.engine.close();
        reject(error);
      };
      const deadline = setTimeout(() => fail(new Error('timeout')), OPEN_MS);
      // The library closes first and says why right after: the reason is the better error.
      const closedEarly = () => queueMicrotask(() => fail(new Error('closed before the handshake')));
      socket.io.engine.once('close', closedEarly);
      socket.once('connect_error', fail);
      socket.once('connect', () => {
        clearTimeout(deadline);
        socket.off('connect_error', fail);
        socket.io.engine.off('close', closedEarly);
        resolve(wrap(socket, events));
      });
    });
}

function wrap(socket: CrmSocket, events: ConnectionEvents): Connection {
  socket.on('live', ({ room, seq }) => events.onHint(room, seq));
  socket.on('typing', ({ room, author }) => events.onTyping(room, author));
  socket.on('expired', () => events.onExpired());
  socket.once('disconnect', () => events.onLost());
  // Holds for one call only: the library forgets it after the next emit.
  const timed = () => socket.timeout(ANSWER_MS);
  return {
    join: async (room) => {
      const answer = (await timed().emitWithAck('join', room)) as JoinAnswer;
      return 'seq' in answer ? answer.seq : undefined;
    },
    leave: (room) => void socket.emit('leave', room),
    type: (room) => void socket.volatile.emit('typing', room),
    sync: () => timed().emitWithAck('sync'),
    renew: (token) => timed().emitWithAck('token', token),
    close: () => {
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
