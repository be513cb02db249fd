/** The few routes and the live link that the online list needs, out of memory: what is measured is the page. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { Server } from 'socket.io';

const dist = join(import.meta.dirname, '../../dist');
const types = { '.js': 'text/javascript', '.html': 'text/html' };
const rings = [
  '(Visitor_Type:in:Customer,Potential)',
  '(Visitor_Type:in:Lead,Contact)',
  '((Returning:equals:true)or(Number_Of_Pages:greater_than:3))',
  null,
];

/** @param crowd of crowd.mjs @param page HTML of `/` */
export async function serve(crowd, page) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://bench.test');
    const send = (body, type) => response.writeHead(200, { 'content-type': type }).end(body);
    const answer = answerTo(pathname, searchParams);
    if (answer) send(JSON.stringify(answer), 'application/json');
    else if (pathname === '/') send(page, types['.html']);
    else if (pathname.startsWith('/cdn/')) send(readFileSync(join(dist, pathname)), types[extname(pathname)]);
    else response.writeHead(404).end();
  });

  function answerTo(pathname, query) {
    if (pathname === '/v1/visitors') return readVisitors(query);
    if (pathname === '/v1/visitor-rings') return { rings, defaults: rings, may_change: false };
    if (pathname === '/v1/portals') return { data: [] };
    if (pathname === '/v1/presence') return readPresence(query.get('ids').split(','));
    return undefined;
  }

  /** Newest first; with `since`, those who have changed. */
  function readVisitors(query) {
    const since = query.get('since');
    const cursor = Number(query.get('cursor') ?? Infinity);
    const limit = Number(query.get('limit') ?? 100);
    const chosen = crowd
      .all()
      .filter((visitor) => (since === null ? visitor.online : visitor.seq > Number(since)))
      .filter((visitor) => Number(visitor.visit_id) < cursor)
      .sort((a, b) => b.visit_id - a.visit_id);
    const data = chosen.slice(0, limit);
    return {
      data,
      seq: crowd.seq,
      next_cursor: chosen.length > limit ? data.at(-1).visit_id : null,
    };
  }

  function readPresence(ids) {
    const data = crowd
      .all()
      .filter(({ online, record }) => online && record && ids.includes(record.id))
      .map(({ record, visit_id, page: at }) => ({ record_id: record.id, visit_id, page: at }));
    return { data, seq: crowd.seq };
  }

  const live = new Server(server);
  live.on('connection', (socket) => {
    socket.on('join', (room, reply) => reply({ seq: crowd.seq }));
    socket.on('sync', (reply) => reply({ visits: crowd.seq }));
    socket.on('token', (token, reply) => reply(true));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Tells that the room has moved on. */
    tell: (from) => live.emit('live', { room: 'visits', from, seq: crowd.seq, changes: [] }),
    close: async () => {
      await live.close();
    },
  };
}
