/** Serves the examples: the backend with the start page and the CRM, and the shop on another site. */
import { createApp, listen, readSettings } from '@crm-elements/server-stub';
import { crmExample } from './crm/backend.mjs';
import { recordAddress } from './crm/sitemap.mjs';
import { demoUsers } from './crm/users.mjs';
import { createShop } from './shop/server.mjs';
import { startPage } from './start-page/start-page.mjs';

/**
 * Starts both servers and prints where they are. They stop with the process's signals.
 * @param {(server: import('fastify').FastifyInstance) => void} [prepare] adds to each before it listens
 */
export async function serve(prepare) {
  const composed = await listen(() => compose(prepare));
  if (composed) process.stdout.write(welcome(composed));
}

/** The backend listens only after this, so that everything is ready when it is. */
async function compose(prepare) {
  const settings = readSettings(process.env);
  // Mails link to the pages of this application; a port that is chosen later is not known yet.
  if (settings.port !== 0) settings.recordUrl ??= recordAddress(`http://${settings.host}:${settings.port}`);
  let app;
  const origin = () => `http://${settings.host}:${app.http.server.address().port}`;
  const shop = createShop(origin);
  prepare?.(shop);
  await listenBeside(shop, settings.port);
  try {
    app = await createApp(settings);
  } catch (error) {
    await shop.close();
    throw error;
  }
  prepare?.(app.http);
  app.http.addHook('onClose', () => shop.close());
  // Another host name for the same machine, so that the browser takes it for another site.
  const shopOrigin = `http://localhost:${shop.server.address().port}`;
  await app.http.register(startPage, { origin, shop: shopOrigin });
  await app.http.register(crmExample, { origin });
  return { app, settings, origin, shopOrigin };
}

/** The shop's port is the one after the backend's. */
async function listenBeside(shop, port) {
  try {
    await shop.listen({ host: '127.0.0.1', port: port === 0 ? 0 : port + 1 });
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(
      `port ${port + 1}, which the shop takes beside ${port}, is in use; set PORT to another one.`,
    );
  }
}

function welcome({ origin, shopOrigin }) {
  return [
    '',
    `  Start page  ${origin()}`,
    `  CRM         ${origin()}/examples/crm/`,
    `  Shop        ${shopOrigin}`,
    '',
    ...demoUsers.map(({ email, role }) => `  Sign in as  ${email.padEnd(18)} ${role}`),
    '',
    '',
  ].join('\n');
}
