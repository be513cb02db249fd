import { createHash } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import {
  connect as connectTcp,
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { Server as SocketServer } from 'socket.io';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectSocketIo } from './realtime-socket-io.js';
import type { Connection } from './realtime.js';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0).reverse()) await end();
});

const events = () => ({
  onHint: vi.fn(),
  onTyping: vi.fn(),
  onExpired: vi.fn(),
  onLost: vi.fn(),
});

async function listen(server: HttpServer | Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

/** A backend's side of the link, as far as the client needs it. */
async function backend() {
  const http = createServer();
  const io = new SocketServer(http, { transports: ['websocket'] });
  io.use((socket, next) =>
    next(socket.handshake.auth.token === 'good' ? undefined : new Error('unauthorized')),
  );
  io.on('connection', (socket) => {
    socket.on('join', (room: string, answer: (result: object) => void) => {
      answer(room === 'secret' ? { error: 'forbidden' } : { seq: 4 });
    });
    socket.on('sync', (answer: (seqs: object) => void) => answer({ visits: 4 }));
    socket.on('token', (token: string, answer: (ok: boolean) => void) => answer(token === 'good'));
  });
  const port = await listen(http);
  ends.push(() => io.disconnectSockets(true));
  return { io, port };
}

async function open(port: number, given = events()): Promise<Connection> {
  const connection = await connectSocketIo(`http://127.0.0.1:${port}`)('good', given);
  ends.push(() => connection.close());
  return connection;
}

/** Lets bytes through until it goes silent: neither side hears of it. */
async function silencer(target: number) {
  const sockets: Socket[] = [];
  const server = createTcpServer((near) => {
    const far = connectTcp(target, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) sockets.push(socket.on('error', () => undefined));
  });
  const port = await listen(server);
  ends.push(() => sockets.forEach((socket) => socket.destroy()));
  return { port, silence: () => sockets.forEach((socket) => socket.unpipe().pause()) };
}

describe('a connection over Socket.IO', () => {
  it('joins rooms, tells their sequences, and says nothing of a forbidden one', async () => {
    const connection = await open((await backend()).port);
    expect(await connection.join('visits')).toBe(4);
    expect(await connection.join('secret')).toBeUndefined();
    expect(await connection.sync()).toEqual({ visits: 4 });
    expect(await connection.renew('good')).toBe(true);
    expect(await connection.renew('bad')).toBe(false);
  });

  it('passes on what the server tells', async () => {
    const { io, port } = await backend();
    const given = events();
    await open(port, given);
    io.emit('live', { room: 'visits', from: 4, seq: 5, changes: [] });
    io.emit('expired');
    await vi.waitFor(() => expect(given.onExpired).toHaveBeenCalledTimes(1));
    expect(given.onHint).toHaveBeenCalledWith('visits', 5);
    io.disconnectSockets(true);
    await vi.waitFor(() => expect(given.onLost).toHaveBeenCalledTimes(1));
  });

  it('is refused with the words of the server', async () => {
    const { port } = await backend();
    await expect(connectSocketIo(`http://127.0.0.1:${port}`)('bad', events())).rejects.toThrow(
      'unauthorized',
    );
  });

  it('fails at once where nobody listens', async () => {
    const { port } = await backend();
    await ends.pop()!();
    await ends.pop()!();
    await expect(connectSocketIo(`http://127.0.0.1:${port}`)('good', events())).rejects.toThrow();
  });

  it('fails at once when the server accepts the WebSocket and closes before the handshake', async () => {
    const http = createServer();
    http.on('upgrade', (request, socket) => {
      const key = `${request.headers['sec-websocket-key']!}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
      const accept = createHash('sha1').update(key).digest('base64');
      const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
      socket.end(`${[...head, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
    });
    const port = await listen(http);
    // The clock stands still: the deadline cannot be what ends it.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await expect(connectSocketIo(`http://127.0.0.1:${port}`)('good', events())).rejects.toThrow(
      'closed before the handshake',
    );
  });

  it('gives up on a server that accepts and stays silent', async () => {
    const sockets: Socket[] = [];
    const port = await listen(createTcpServer((socket) => sockets.push(socket)));
    ends.push(() => sockets.forEach((socket) => socket.destroy()));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refused = expect(connectSocketIo(`http://127.0.0.1:${port}`)('good', events())).rejects.toThrow(
      'timeout',
    );
    await vi.advanceTimersByTimeAsync(8_000);
    await refused;
  });

  it('finds a half-open link by the answer that does not come', async () => {
    const { port, silence } = await silencer((await backend()).port);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const connection = await open(port);
    expect(await connection.sync()).toEqual({ visits: 4 });
    silence();
    const refused = expect(connection.sync()).rejects.toThrow('timed out');
    await vi.advanceTimersByTimeAsync(3_500);
    await refused;
  });
});
