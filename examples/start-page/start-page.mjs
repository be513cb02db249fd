import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { signInList } from '../crm/pages.mjs';
import { fill } from '../lib/html.mjs';
import { securityHeaders } from '../lib/security-headers.mjs';

const page = readFileSync(join(import.meta.dirname, 'index.html'), 'utf8');

/**
 * The page at `/`, a Fastify plugin, and the styles that the examples on this origin share.
 * @param {import('fastify').FastifyInstance} app
 * @param {{ origin: () => string, shop: string }} options addresses of the backend and of the shop
 */
export async function startPage(app, { origin, shop }) {
  app.register(fastifyStatic, {
    root: join(import.meta.dirname, '..', 'assets'),
    prefix: '/examples/assets/',
    decorateReply: false,
  });
  app.get('/', (_, reply) =>
    reply
      .headers(securityHeaders())
      .type('text/html; charset=utf-8')
      .send(fill(page, { origin: origin(), shop, people: signInList() })),
  );
}
