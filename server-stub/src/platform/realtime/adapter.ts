import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter';
import type pg from 'pg';
import { createClient } from 'redis';
import type { Log } from '../log.js';
import type { Settings } from '../settings.js';

type Adapter = ReturnType<typeof createRedisAdapter> | ReturnType<typeof createPostgresAdapter> | undefined;

export interface NodeLink {
  /** Undefined: this process is the only one. */
  adapter: Adapter;
  close(): Promise<void>;
}

/**
 * What carries live events between the nodes of one backend: Redis where there is one, else the
 * database itself; nothing with the embedded database, which has one process. A message that is
 * lost on the way is no harm: the sequence of its room tells.
 */
export async function linkNodes(settings: Settings, pool: pg.Pool, log: Log): Promise<NodeLink> {
  if (settings.redisUrl) {
    const redis = createClient({ url: settings.redisUrl });
    redis.on('error', (error: Error) => log.warn({ err: error }, 'Redis cannot be reached'));
    await redis.connect();
    return { adapter: createRedisAdapter(redis), close: () => redis.close() };
  }
  if (!settings.databaseUrl) return { adapter: undefined, close: () => Promise.resolve() };
  const errorHandler = (error: Error) => log.warn({ err: error }, 'nodes are not linked');
  return { adapter: createPostgresAdapter(pool, { errorHandler }), close: () => Promise.resolve() };
}
