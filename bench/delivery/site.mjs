import { createServer, request } from 'node:http';

/**
 * A site that pastes the snippet. `origin` is another site than the backend's; `/empty` is a page
 * without the snippet, so that nothing rescues what a page left undelivered.
 */
export async function startSite(backendOrigin) {
  const page = (body) => `<!doctype html><meta charset="utf-8"><title>Shop</title><body>${body}`;
  const snippet = `<script async src="${backendOrigin}/embed.js" data-portal="demo-portal" data-chat="hidden"></script>`;
  const server = createServer((asked, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(page(asked.url === '/empty' ? 'Empty' : snippet));
  });
  return { port: await listening(server), stop: () => stopped(server) };
}

/** Stands before the backend and, while `failing`, answers the collector's address with 503. */
export async function startProxy(port) {
  const state = { failing: false, refused: 0 };
  const server = createServer((asked, answer) => {
    if (state.failing && asked.url === '/v1/collect') {
      state.refused++;
      asked.resume();
      answer.writeHead(503).end();
      return;
    }
    const { method, url: path, headers } = asked;
    const sent = request({ port, host: '127.0.0.1', method, path, headers }, (received) => {
      answer.writeHead(received.statusCode, received.headers);
      received.pipe(answer);
    });
    sent.on('error', () => answer.destroy());
    asked.pipe(sent);
  });
  return Object.assign(state, { port: await listening(server), stop: () => stopped(server) });
}

function listening(server) {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
}

function stopped(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
