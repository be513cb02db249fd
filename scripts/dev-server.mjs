/** The servers of `npm start` for `npm run dev`: nothing is cached, and open pages reload on a change. */
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../examples/serve.mjs';
import { root } from './lib/paths.mjs';

process.env.CRM_SEED ??= 'demo';
process.env.LOG_LEVEL ??= 'warn';

// A lost connection means that the server restarts: it is there again when the next one opens.
const client = `
const events = new EventSource('/dev/events');
let lost = false;
events.onerror = () => (lost = true);
events.onopen = () => lost && location.reload();
events.onmessage = () => location.reload();
`;
const listeners = new Set();
const watchers = [];

await serve((server) => {
  server.get('/dev/reload.js', (_, reply) => reply.type('text/javascript').send(client));
  server.get('/dev/events', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(':\n\n');
    listeners.add(reply.raw);
    request.raw.once('close', () => listeners.delete(reply.raw));
  });
  server.addHook('preClose', async () => {
    for (const watcher of watchers) watcher.close();
    for (const listener of listeners) listener.destroy();
  });
  server.addHook('onSend', async (_, reply, payload) => {
    reply.header('cache-control', 'no-store');
    const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
    if (!isPage || typeof payload !== 'string') return payload;
    return payload.replace('</head>', '<script src="/dev/reload.js"></script></head>');
  });
});

let timer;
for (const folder of ['dist/cdn', 'examples'].map((name) => join(root, name)).filter(existsSync)) {
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    // A build writes many files: wait for the last one.
    timer = setTimeout(() => listeners.forEach((listener) => listener.write('data: changed\n\n')), 200);
  });
  watchers.push(watcher);
}
