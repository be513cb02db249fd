import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createShop } from './server.mjs';

const backend = 'http://127.0.0.1:8080';
const embedCode = `<script async src="${backend}/embed.js" data-portal="demo-portal"></script>`;
let shop: FastifyInstance;
beforeAll(() => {
  shop = createShop(() => backend);
});
afterAll(() => shop.close());

const pages = [
  '/',
  '/products.html',
  '/products/alma.html',
  '/about.html',
  '/contact.html',
  '/thanks.html',
  '/studio/',
  '/studio/moss/oak/brass',
];

describe.each(pages)('%s', (url) => {
  it('has the embed code and nothing else of the CRM', async () => {
    const { body, statusCode } = await shop.inject({ url });
    expect(statusCode).toBe(200);
    expect(body.split(embedCode)).toHaveLength(2);
    expect(body.split(backend)).toHaveLength(2);
  });

  it('has no inline script or style', async () => {
    const { body } = await shop.inject({ url });
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  });
});

it('asks who comes to the workshop by a form of the CRM', async () => {
  const { body } = await shop.inject({ url: '/workshop.html' });
  expect(body.split(embedCode)).toHaveLength(2);
  expect(body).toContain('<crm-web-form form-key="demo-workshop"></crm-web-form>');
  expect(body).toContain(`<script type="module" src="${backend}/cdn/elements/web-form.js"></script>`);
});

it('allows nothing but itself and the backend', async () => {
  const { headers } = await shop.inject({ url: '/' });
  expect(headers['content-security-policy']).toBe(
    `default-src 'none'; script-src 'self' ${backend}; style-src 'self' ${backend}; ` +
      `img-src 'self' ${backend}; font-src 'self' ${backend}; ` +
      `connect-src 'self' ${backend} ${backend.replace('http', 'ws')}; ` +
      `form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
  );
});

it('thanks for a letter', async () => {
  const { statusCode, headers } = await shop.inject({
    method: 'POST',
    url: '/contact',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'first_name=Ada',
  });
  expect([statusCode, headers.location]).toEqual([303, '/thanks.html']);
});

it('has no other page, and says so with the embed code', async () => {
  const { statusCode, body } = await shop.inject({ url: '/nowhere' });
  expect(statusCode).toBe(404);
  expect(body).toContain(embedCode);
});
