/** Two sites on this machine: one has the page, the other the script and the collector, as for a real webmaster. */
import { createServer } from 'node:http';

const article = Array.from(
  { length: 120 },
  (_, index) =>
    `<p id="p${index}">Paragraph ${index}: <a href="#p${index + 1}">on</a> ${'words of an ordinary page '.repeat(12)}</p>`,
).join('\n');

/** @typedef {{ name: string, script?: string, attributes?: string, files?: Map<string, string> }} Peer */

const listen = async (handler) => {
  const server = createServer(handler);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return { server, port: server.address().port };
};

/**
 * @param {Peer[]} peers
 * @returns the page of a peer, what the collector got since `forget`, and `stop`
 */
export async function startSites(peers) {
  const requests = [];
  const read = new WeakMap();

  const backend = await listen((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [, peer, file] = pathname.split('/');
    const body = peers.find(({ name }) => name === peer)?.files?.get(file);
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    response.setHeader('access-control-allow-credentials', 'true');
    request.on('data', () => undefined);
    let size = 0;
    request.on('data', (chunk) => (size += chunk.length));
    request.on('end', () => {
      const { socket } = request;
      const before = read.get(socket) ?? 0;
      read.set(socket, socket.bytesRead);
      if (body !== undefined) {
        response.setHeader('content-type', 'text/javascript');
        // The peers' own documentation writes the collector into the script.
        response.end(body.replaceAll('BACKEND', `'${origin}'`));
        return;
      }
      requests.push({ method: request.method, path: pathname, body: size, bytes: socket.bytesRead - before });
      response.setHeader('content-type', 'application/json');
      response.end('{"r":1}');
    });
  });
  const origin = `http://script.localhost:${backend.port}`;

  const site = await listen((request, response) => {
    const peer = peers.find(({ name }) => request.url === `/${name}`);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const tag = peer?.script
      ? `<script async src="${origin}/${peer.name}/${peer.script}" ${peer.attributes ?? ''}></script>`
      : '';
    response.end(
      `<!doctype html><html lang="en"><head><title>An ordinary page</title>${tag}</head><body>${article}</body></html>`,
    );
  });

  return {
    origin,
    requests,
    page: (peer) => `http://page.localhost:${site.port}/${peer.name}`,
    stop() {
      for (const { server } of [backend, site]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
