import type pg from 'pg';
import { oneAtATime } from './one-at-a-time.js';

const LOCK = 727_003;

/** First UUIDv7 of an instant: the bound of a partition by time. */
function uuidFrom(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/**
 * Makes the monthly partitions of tables partitioned by a UUIDv7: this month and the two after it.
 * What a wrong clock dates elsewhere lands in the default partition. One process at a time: of two that make the
 * same partition, `if not exists` lets the later one fail.
 */
export const ensurePartitions = (pool: pg.Pool, tables: string[], now = new Date()): Promise<void> =>
  oneAtATime(pool, LOCK, async (client) => {
    for (const table of tables) await ensureOf(client, table, now);
  });

async function ensureOf(client: pg.PoolClient, table: string, now: Date): Promise<void> {
  for (const offset of [0, 1, 2]) {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
    const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset + 1, 1));
    const name = `${table}_${from.toISOString().slice(0, 7).replace('-', '_')}`;
    await client.query(
      `create table if not exists ${name} partition of ${table} for values from ('${uuidFrom(from)}') to ('${uuidFrom(to)}')`,
    );
  }
}
