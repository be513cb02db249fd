import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { securityHeaders } from '../lib/security-headers.mjs';
import { renderHelp } from './help.mjs';
import { renderMails } from './mails.mjs';
import { appPage, signInPage, wordsOf } from './pages.mjs';
import { readCookie, Sessions } from './sessions.mjs';
import { first, groups, modules, recordPage, visitPage } from './sitemap.mjs';
import { mintToken } from './token.mjs';
import { demoUsers } from './users.mjs';

const home = '/examples/crm/';

/**
 * The host application's own backend, a Fastify plugin: pages, sign-in, and tokens for its pages.
 * @param {import('fastify').FastifyInstance} app
 * @param {{ origin: () => string }} options where the application is served, which here is the CRM's origin too
 */
export async function crmExample(app, { origin }) {
  const sessions = new Sessions();
  const headers = securityHeaders();
  const send = (reply, html) => {
    return reply
      .headers({ ...headers, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(html);
  };

  app.register(fastifyStatic, {
    root: join(import.meta.dirname, 'assets'),
    prefix: `${home}assets/`,
    decorateReply: false,
  });
  app.removeContentTypeParser('application/x-www-form-urlencoded');
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body))),
  );

  // Only our own pages may sign in, sign out or fetch a token.
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'POST' && request.headers.origin !== origin()) {
      return reply.code(403).send({ error: 'This has to come from a page of the application.' });
    }
  });

  /** Answers with a page, for whoever is signed in. `values`: what its view asks for. */
  const serve = (path, page, values = () => ({})) =>
    app.get(home + path, async (request, reply) => {
      let user = sessions.user(request);
      if (!user) {
        if (sessions.isSignedOut(request)) return reply.redirect(`${home}sign-in`, 303);
        // A demonstration: whoever comes first is the administrator, and may sign out to be somebody else.
        user = demoUsers[0];
        reply.header('set-cookie', sessions.open(user));
      }
      const [lang, scheme] = ['crm_example_lang', 'crm_example_theme'].map((name) =>
        readCookie(request, name),
      );
      const state = { user, origin: origin(), lang, scheme };
      return send(reply, appPage(page, state, await values(state, request.params)));
    });

  /** What views ask for that is made when they are asked for. */
  const made = {
    mails: async ({ user, lang }) => ({ mails: await renderMails(origin(), user, wordsOf(lang)) }),
    help: renderHelp,
  };
  serve('', first);
  for (const page of groups.flatMap(({ pages }) => pages)) serve(page.path, page, made[page.view]);
  for (const module of modules) {
    serve(`records/${module}/new`, recordPage(module), () => ({ recordId: '' }));
    serve(`records/${module}/:id`, recordPage(module), (_, { id }) => ({ recordId: id }));
  }
  serve('visits/:id', visitPage, (_, { id }) => ({ visitId: id }));
  app.get('/examples/crm', (_, reply) => reply.redirect(home, 308));
  app.get(`${home}sign-in`, (_, reply) => send(reply, signInPage()));

  app.post(`${home}sign-in/:key`, (request, reply) => {
    const user = demoUsers.find(({ key }) => key === request.params.key);
    if (!user) return reply.code(404).send({ error: 'There is no such demo user.' });
    return reply.header('set-cookie', sessions.open(user)).redirect(home, 303);
  });
  app.post(`${home}sign-out`, (request, reply) =>
    reply.header('set-cookie', sessions.close(request)).redirect(`${home}sign-in`, 303),
  );
  app.post(`${home}language`, (request, reply) => {
    const lang = encodeURIComponent(request.body?.lang ?? '');
    return reply
      .header('set-cookie', `crm_example_lang=${lang}; Path=${home}; SameSite=Lax; Max-Age=31536000`)
      .redirect(home + (/^[\w/]*$/.exec(request.body?.back ?? '')?.[0] ?? ''), 303);
  });

  app.post(`${home}session`, async (request, reply) => {
    const user = sessions.user(request);
    reply.header('cache-control', 'no-store');
    if (!user) return reply.code(401).send({ error: 'Nobody is signed in.' });
    try {
      return await mintToken(origin(), user.refreshToken, origin());
    } catch (error) {
      return reply.code(502).send({ error: error.message });
    }
  });
}
