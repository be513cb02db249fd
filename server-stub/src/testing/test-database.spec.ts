import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { createTestDatabase } from './test-database.js';

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<pg.QueryResultRow>(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives every caller a migrated database of its own, migrating once', async () => {
  const migrate = vi.fn(async (connectionString: string) => {
    await query(connectionString, 'create table made_by_the_spec (value int)');
  });
  const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase(migrate, 'spec')));
  expect(migrate).toHaveBeenCalledTimes(1);
  const [first, second] = databases.map((database) => database.connectionString);
  await query(first!, 'insert into made_by_the_spec values (7)');
  expect(await query(first!, 'select value from made_by_the_spec')).toEqual([{ value: 7 }]);
  expect(await query(second!, 'select value from made_by_the_spec')).toEqual([]);
  for (const database of databases) await database.drop();
  await expect(query(first!, 'select 1')).rejects.toThrow('does not exist');
});
