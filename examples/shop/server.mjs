import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { securityHeaders } from '../lib/security-headers.mjs';
import { renderPages } from './pages.mjs';

/**
 * The shop: a web site that knows nothing of the CRM but its embed code.
 * @param {() => string} backend origin of the CRM, asked for with the first request
 * @returns {import('fastify').FastifyInstance} not yet listening
 */
export function createShop(backend) {
  const shop = fastify({ forceCloseConnections: true });
  let rendered;
  const pages = () => (rendered ??= { ...renderPages(backend()), headers: securityHeaders(backend()) });
  const send = (reply, html) => reply.headers(pages().headers).type('text/html; charset=utf-8').send(html);

  shop.register(fastifyStatic, { root: join(import.meta.dirname, 'assets'), prefix: '/assets/' });

  shop.get('/studio', (_, reply) => reply.redirect('/studio/', 308));
  // The single-page part: every choice has an address of its own, and one page serves them all.
  shop.get('/studio/*', (_, reply) => send(reply, pages().page('/studio/')));
  shop.get('/*', (request, reply) => {
    const { page, missing } = pages();
    const html = page(request.url.split('?')[0]);
    return html === undefined ? send(reply.code(404), missing) : send(reply, html);
  });

  // What the form holds is not needed here: it has reached the CRM from the page.
  shop.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    (_request, body, done) => {
      body.resume().once('end', () => done(null));
    },
  );
  shop.post('/contact', (_, reply) => reply.redirect('/thanks.html', 303));
  return shop;
}
