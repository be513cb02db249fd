import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from '../../testing/test-database.js';
import { ensurePartitions } from './partitions.js';

test('partitions are made by many processes at the same moment, in any month', async () => {
  const database = await createTestDatabase(() => Promise.resolve(), 'blank');
  onTestFinished(() => database.drop());
  const { connectionString } = database;
  const pools = Array.from({ length: 6 }, () => new pg.Pool({ connectionString, max: 1 }));
  onTestFinished(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
  });
  const [first] = pools;
  await first?.query('create table happened (id uuid not null) partition by range (id)');
  await first?.query('create table happened_default partition of happened default');
  // The last months of a year reach into the next one.
  for (const month of [0, 3, 6, 10])
    await Promise.all(
      pools.map((pool) => ensurePartitions(pool, ['happened'], new Date(Date.UTC(2030, month, 15)))),
    );
  const { rows } = await first!.query<{ name: string }>(
    "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'happened'::regclass order by 1",
  );
  expect(rows.map(({ name }) => name.slice('happened_'.length))).toEqual([
    ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '11', '12'].map((month) => `2030_${month}`),
    '2031_01',
    'default',
  ]);
});
