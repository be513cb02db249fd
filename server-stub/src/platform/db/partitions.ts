import type pg from 'pg';

/** First UUIDv7 of an instant: the bound of a partition by time. */
function uuidFrom(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/**
 * Makes the monthly partitions of tables partitioned by a UUIDv7: this month and the two after it.
 * What a wrong clock dates elsewhere lands in the default partition.
 */
export async function ensurePartitions(pool: pg.Pool, tables: string[], now = new Date()): Promise<void> {
  for (const table of tables) {
    for (const offset of [0, 1, 2]) {
      const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
      const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset + 1, 1));
      const name = `${table}_${from.toISOString().slice(0, 7).replace('-', '_')}`;
      await pool.query(
        `create table if not exists ${name} partition of ${table} for values from ('${uuidFrom(from)}') to ('${uuidFrom(to)}')`,
      );
    }
  }
}
