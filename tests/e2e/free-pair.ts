import { createServer, type Server } from 'node:net';

/**
 * A free port of which the next one is free as well: the shop has it. Below those that the system gives to
 * connections, so that none takes it before the server does.
 */
export async function freePair(): Promise<number> {
  for (;;) {
    const candidate = 10_000 + Math.floor(Math.random() * 20_000);
    const servers = await Promise.allSettled([listen(candidate), listen(candidate + 1)]);
    for (const server of servers) if (server.status === 'fulfilled') server.value.close();
    if (servers.every(({ status }) => status === 'fulfilled')) return candidate;
  }
}

function listen(wanted: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(wanted, '127.0.0.1', () => resolve(server));
  });
}
