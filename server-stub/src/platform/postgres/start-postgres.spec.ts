import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.js';
import { until } from '../../testing/until.js';
import { startPostgres, type Postgres } from './index.js';
import { postmasterOf } from './orphan.js';
import { isAlive } from './process-identity.js';

/** Starts on a folder and collects what is logged; stops with the test. */
async function start(dataDir: string): Promise<Postgres & { logged: string[] }> {
  const logged: string[] = [];
  const take = (message: string) => void logged.push(message);
  const postgres = await startPostgres({
    dataDir,
    log: { debug: () => undefined, info: take, warn: take, error: take },
  });
  onTestFinished(() => postgres.stop());
  return { ...postgres, logged };
}

async function query<T>(connectionString: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T & pg.QueryResultRow>(sql)).rows;
  } finally {
    await client.end();
  }
}

const answers = (connectionString: string) =>
  query(connectionString, 'select 1').then(
    () => true,
    () => false,
  );

describe('startPostgres', () => {
  it('starts version 18 with durable commits and the collation of C', async () => {
    const { connectionString, logged } = await start(tempFolder());
    const [row] = await query(
      connectionString,
      `select current_setting('server_version_num')::int / 10000 major, current_setting('fsync') fsync,
        current_setting('synchronous_commit') synchronous_commit, current_setting('max_connections') connections,
        datcollate, pg_encoding_to_char(encoding) encoding from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      major: 18,
      fsync: 'on',
      synchronous_commit: 'on',
      connections: '60',
      datcollate: 'C',
      encoding: 'UTF8',
    });
    expect(logged).toEqual([]);
  });

  it('keeps its data over a stop, and leaves nothing else behind', async () => {
    const dataDir = join(tempFolder(), 'made', 'on', 'demand');
    const first = await start(dataDir);
    await query(first.connectionString, 'create table kept as select 7 as value');
    const pid = postmasterOf(join(dataDir, 'postgres'));
    await first.stop();
    expect(isAlive(pid!)).toBe(false);
    expect(readdirSync(dataDir)).toEqual(['postgres']);
    expect(existsSync(socketFolder(first))).toBe(false);
    const second = await start(dataDir);
    expect(await query(second.connectionString, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  it('listens on a socket in a folder that nobody else may enter, and on no port', async () => {
    const postgres = await start(tempFolder());
    expect(statSync(socketFolder(postgres)).mode & 0o777).toBe(0o700);
    expect(join(socketFolder(postgres), '.s.PGSQL.5432').length).toBeLessThanOrEqual(107);
    expect(await query(postgres.connectionString, 'show listen_addresses')).toEqual([
      { listen_addresses: '' },
    ]);
  });

  it('starts in a folder whose path is long and has blanks and quotes', async () => {
    const dataDir = join(tempFolder(), `it's "a" folder `.repeat(6), 'x'.repeat(90));
    expect(await answers((await start(dataDir)).connectionString)).toBe(true);
  });

  it('comes back under the same address after its server process was killed', async () => {
    const dataDir = tempFolder();
    const { connectionString, logged } = await start(dataDir);
    await query(connectionString, 'create table kept as select 7 as value');
    const pid = postmasterOf(join(dataDir, 'postgres'))!;
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(pid), 'the end of the server process');
    await until(() => answers(connectionString), 'the server process to come back');
    expect(await query(connectionString, 'select value from kept')).toEqual([{ value: 7 }]);
    expect(logged[0]).toBe('PostgreSQL ended unexpectedly; starting it again');
  });

  it('stops while it is being brought back', async () => {
    const dataDir = tempFolder();
    const postgres = await start(dataDir);
    process.kill(postmasterOf(join(dataDir, 'postgres'))!, 'SIGKILL');
    await until(() => postgres.logged.length > 0, 'the crash to be noticed');
    await postgres.stop();
    expect(await answers(postgres.connectionString)).toBe(false);
    expect(existsSync(join(dataDir, 'owner.json'))).toBe(false);
  });

  it('writes nothing of what people typed into its log', async () => {
    const logged: string[] = [];
    const take = (message: string) => void logged.push(message);
    const postgres = await startPostgres({
      dataDir: tempFolder(),
      log: { debug: take, info: take, warn: take, error: take },
    });
    onTestFinished(() => postgres.stop());
    await expect(query(postgres.connectionString, `select 'ada@example.test'::int`)).rejects.toThrow(
      'ada@example.test',
    );
    await postgres.stop();
    expect(logged.join('\n')).toContain('shut down');
    expect(logged.join('\n')).not.toContain('ada@example.test');
  });
});

function socketFolder({ connectionString }: Postgres): string {
  return new URL(connectionString).searchParams.get('host') ?? '';
}
