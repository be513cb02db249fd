/** Serves the examples: the backend with the start page and the CRM, and the shop on another site. */
import { createApp, readSettings } from '@crm-elements/server-stub';
import { crmExample } from './crm/backend.mjs';
import { demoUsers } from './crm/users.mjs';
import { createShop } from './shop/server.mjs';
import { startPage } from './start-page/start-page.mjs';

const servers = [];
try {
  await start();
} catch (error) {
  await stop();
  process.stderr.write(`${reason(error)}\n`);
  process.exit(1);
}

async function start() {
  const settings = readSettings(process.env);
  const { host, port } = settings;
  const shopPort = port === 0 ? 0 : port + 1;
  const app = await createApp(settings);
  servers.push(app);

  const origin = () => `http://${host}:${app.server.address().port}`;
  const shop = createShop(origin);
  servers.push(shop);
  // Another host name for the same machine, so that the browser takes it for another site.
  const shopOrigin = () => `http://localhost:${shop.server.address().port}`;
  app.register(startPage, { origin, shop: shopOrigin });
  app.register(crmExample, { origin });
  // The backend last: when it is ready, everything is.
  await shop.listen({ host: '127.0.0.1', port: shopPort });
  await app.listen({ host, port });

  process.stdout.write(
    [
      '',
      `  Start page  ${origin()}`,
      `  CRM         ${origin()}/examples/crm/`,
      `  Shop        ${shopOrigin()}`,
      '',
      ...demoUsers.map(({ email, role }) => `  Sign in as  ${email.padEnd(18)} ${role}`),
      '',
      '',
    ].join('\n'),
  );
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void stop().then(() => process.exit(0)));
}

async function stop() {
  await Promise.allSettled(servers.reverse().map((server) => server.close()));
}

/** One line for people; a bad setting may have several. */
function reason(error) {
  if (error.code !== 'EADDRINUSE') return error.message;
  return `Port ${error.port} is in use. Set PORT to one that is free, as the next one has to be for the shop.`;
}
