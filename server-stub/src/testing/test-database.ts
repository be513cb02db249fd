import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of one test. */
export interface TestDatabase {
  connectionString: string;
  /** Cuts its connections and removes it. */
  drop(): Promise<void>;
}

/** Brings an empty database to the newest schema. */
export type Migrate = (connectionString: string) => Promise<void>;

/**
 * Makes a database with the newest schema: a copy of a template, which the first caller of the
 * run migrates; one template for each name of a schema. A migration that changes between two runs is no matter: a run has its own cluster.
 */
export async function createTestDatabase(migrate: Migrate, schema = 'crm'): Promise<TestDatabase> {
  const template = `template_${schema}`;
  const cluster = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(cluster, async (client) => {
    // One at a time, for all processes of the run: a template must have no connection while it is copied.
    await client.query('select pg_advisory_lock(871236)');
    const made = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (made.rowCount === 0) {
      await client.query('drop database if exists migrating');
      await client.query('create database migrating');
      await migrate(withDatabase(cluster, 'migrating'));
      await client.query(`alter database migrating rename to ${template}`);
    }
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    connectionString: withDatabase(cluster, name),
    drop: () =>
      withClient(cluster, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** The same server, another database. */
function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
