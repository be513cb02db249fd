import { api, openapi } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from './db/database.js';
import { Failure } from './http/failure.js';

export interface Readiness {
  /** Migrations are applied and the server is not stopping. */
  ready: boolean;
}

/** `/healthz`: the process lives. `/readyz`: it can do its work. `/openapi.json`: what it understands. */
export function serveHealth(app: FastifyInstance, database: Database, readiness: Readiness): void {
  const document = JSON.stringify(openapi(api));
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    if (!readiness.ready)
      throw new Failure(503, 'unavailable', { detail: 'The server is starting or stopping.', retryAfter: 1 });
    await database.pool.query('select 1');
    return { status: 'ok' };
  });
  app.get('/openapi.json', async (_request, reply) => reply.type('application/json').send(document));
}
