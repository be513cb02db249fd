import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from './db/database.js';

export interface Metrics {
  registry: Registry;
  collectedEvents: Counter<'outcome'>;
}

/** Prometheus text at `/metrics`: no label carries a person, an address or an id. */
export function createMetrics(app: FastifyInstance, database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer by route and status class',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  const collectedEvents = new Counter({
    name: 'collected_events_total',
    help: 'Tracker events by outcome: stored or bot',
    labelNames: ['outcome'],
    registers: [registry],
  });
  new Gauge({
    name: 'outbox_waiting',
    help: 'Events not yet handed to their consumers',
    registers: [registry],
    async collect() {
      const { rows } = await database.pool.query<{ count: string }>('select count(*) from outbox');
      this.set(Number(rows[0]?.count ?? 0));
    },
  });
  app.addHook('onResponse', (request, reply, done) => {
    duration.observe(
      { route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    );
    done();
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
  return { registry, collectedEvents };
}
