import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';

/** A connection to the embedded database of a running backend; it ends with the test. */
export async function connectTo(dataDir: string): Promise<pg.Client> {
  const { socketDir } = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8')) as {
    socketDir: string;
  };
  const client = new pg.Client({ host: socketDir, user: 'postgres', database: 'postgres' });
  // The server may be killed under it.
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end().catch(() => undefined));
  return client;
}

/** How many rows each id has, over the tables of page views and of other events. */
export async function countOf(client: pg.Client, uuids: string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; count: string }>(
    `select id, count(*) from (select action_id id from visit_action union all select event_id from visit_event) all_events
      where id = any($1::uuid[]) group by id`,
    [uuids],
  );
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}
