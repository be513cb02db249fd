import type pg from 'pg';
import { oneAtATime } from './one-at-a-time.js';

/** One step of the schema. Steps are applied in the order given and never change afterwards. */
export interface Migration {
  name: string;
  sql: string;
}

const LOCK = 727_001;

/** Applies what is missing, each step in its own transaction, one process at a time. */
export const migrate = (pool: pg.Pool, migrations: Migration[]): Promise<void> =>
  oneAtATime(pool, LOCK, async (client) => {
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const applied = new Set(rows.map((row) => row.name));
    for (const step of migrations) if (!applied.has(step.name)) await apply(client, step);
  });

async function apply(client: pg.PoolClient, step: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(step.sql);
    await client.query('insert into migration (name) values ($1)', [step.name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${step.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
