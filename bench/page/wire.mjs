/** What a page view of five seconds sends over HTTP/2, as every site behind TLS does: headers, frames and bodies. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, flags } from '../../scripts/browser.mjs';

/** A certificate that nobody trusts. @throws {Error} where there is no `openssl` */
function makeCertificate() {
  const folder = mkdtempSync(join(tmpdir(), 'crm-bench-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const rest = ['-keyout', key, '-out', cert, '-days', '1', '-subj', '/CN=localhost'];
  try {
    execFileSync('openssl', ['req', ...kind, ...rest], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {import('./servers.mjs').Peer[]} peers
 * @returns {Promise<Map<string, { requests: number, bytes: number }>>} bytes: of the connections that the view's
 *   requests came over, without TLS
 */
export async function measureWire(peers, seconds) {
  const server = createSecureServer(makeCertificate());
  const used = new Map();
  server.on('stream', (stream, headers) => {
    const { session } = stream;
    const [, peer, file] = headers[':path'].split('/');
    const body = peers.find(({ name }) => name === peer)?.files?.get(file);
    stream.on('data', () => undefined);
    stream.on('end', () => {
      const answer = { ':status': 200, 'access-control-allow-origin': headers.origin ?? '*' };
      if (headers[':path'].startsWith('/page-')) {
        const {
          name,
          script,
          attributes = '',
        } = peers.find(({ name }) => headers[':path'] === `/page-${name}`);
        stream.respond({ ...answer, 'content-type': 'text/html' });
        stream.end(
          `<!doctype html><title>A page</title><link rel="icon" href="data:,"><script async src="${origin}/${name}/${script}" ${attributes}></script><p>Words</p>`,
        );
      } else if (body !== undefined) {
        stream.respond({ ...answer, 'content-type': 'text/javascript' });
        stream.end(body.replaceAll('BACKEND', `'${origin}'`));
      } else {
        used.set(session, { count: (used.get(session)?.count ?? 0) + 1, bytes: session.socket.bytesRead });
        stream.respond({ ...answer, 'content-type': 'application/json' });
        stream.end('{"r":1}');
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const origin = `https://script.localhost:${port}`;
  const args = [...flags, '--ignore-certificate-errors'];
  const browser = await chromium.launch({ executablePath: await findBrowser(), args });
  const found = new Map();
  for (const peer of peers.filter(({ script }) => script)) {
    used.clear();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`https://page.localhost:${port}/page-${peer.name}`);
    await page.waitForTimeout(seconds * 1000);
    await page.close();
    await context.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const all = [...used.values()];
    const sum = (key) => all.reduce((total, one) => total + one[key], 0);
    found.set(peer.name, { requests: sum('count'), bytes: sum('bytes') });
  }
  await browser.close();
  server.close();
  return found;
}
