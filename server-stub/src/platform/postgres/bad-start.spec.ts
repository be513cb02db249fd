import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runTypeScript, type Child } from '../../testing/child.js';
import { processesOf } from '../../testing/process-tree.js';
import { tempFolder } from '../../testing/temp-folder.js';
import { until } from '../../testing/until.js';
import { postmasterOf } from './orphan.js';
import { isAlive } from './process-identity.js';

// Each test starts several processes, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const script = new URL('../../testing/hold-postgres.ts', import.meta.url);

/** Runs a process that holds PostgreSQL on the folder. */
function hold(dataDir: string, env?: NodeJS.ProcessEnv): Child {
  const child = runTypeScript(script, [dataDir], env);
  onTestFinished(async () => {
    child.process.kill('SIGTERM');
    await child.exited;
  });
  return child;
}

const ready = async (child: Child) => (await child.line(/^ready (.*)/))[1] ?? '';

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<pg.QueryResultRow>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('startPostgres, when things are not as they should be', () => {
  it('leaves no server behind after kill -9, and keeps what was committed', async () => {
    const dataDir = tempFolder();
    const first = hold(dataDir);
    await query(await ready(first), 'create table kept as select 7 as value');
    const postmaster = postmasterOf(join(dataDir, 'postgres'))!;
    first.process.kill('SIGKILL');
    await until(() => !isAlive(postmaster), 'PostgreSQL to end after its owner');
    expect(await query(await ready(hold(dataDir)), 'select value from kept')).toEqual([{ value: 7 }]);
  });

  it.skipIf(process.platform !== 'linux')(
    'stops an orphan whose guard was killed too, and starts anew',
    async () => {
      const dataDir = tempFolder();
      const first = hold(dataDir);
      await query(await ready(first), 'create table kept as select 7 as value');
      const { postmaster, guards } = processesOf(dataDir);
      // Nobody is left who would stop the server; held still, its owner does not see the guards go.
      process.kill(first.pid, 'SIGSTOP');
      for (const pid of [...guards, first.pid]) process.kill(pid, 'SIGKILL');
      await first.exited;
      expect(isAlive(postmaster)).toBe(true);
      const second = hold(dataDir);
      expect(await query(await ready(second), 'select value from kept')).toEqual([{ value: 7 }]);
      expect(isAlive(postmaster)).toBe(false);
      expect(second.lines[0]).toBe(
        `warn stopping PostgreSQL process ${postmaster}, which outlived the server that started it`,
      );
    },
  );

  it('says in one line who uses the data folder, and leaves that one alone', async () => {
    const dataDir = tempFolder();
    const first = hold(dataDir);
    const connectionString = await ready(first);
    const second = hold(dataDir);
    expect(await second.exited).toBe(1);
    expect(second.lines).toEqual([
      `PlatformStartError data folder ${dataDir} is in use by process ${first.pid}; stop it, or set CRM_DATA_DIR to another folder`,
    ]);
    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives a new folder to one of two that start at once', async () => {
    const dataDir = tempFolder();
    const children = [hold(dataDir), hold(dataDir)];
    const ends = await Promise.all(
      children.map((child) =>
        Promise.race([
          ready(child).then(
            () => 'ready',
            () => 'refused',
          ),
        ]),
      ),
    );
    expect(ends.sort()).toEqual(['ready', 'refused']);
  });

  it('takes over the lock of a dead owner whose process id another has now', async () => {
    const dataDir = tempFolder();
    writeFileSync(
      join(dataDir, 'owner.json'),
      JSON.stringify({ pid: process.pid, started: 'another time', socketDir: '/nowhere' }),
    );
    await ready(hold(dataDir));
  });

  it('takes over a lock that is half written', async () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'owner.json'), '{"pid":');
    await ready(hold(dataDir));
  });

  it('clears a stale postmaster.pid whose id another process has now', async () => {
    const dataDir = tempFolder();
    const first = hold(dataDir);
    await ready(first);
    first.process.kill('SIGTERM');
    await first.exited;
    const stranger = spawn('sleep', ['600']);
    onTestFinished(() => void stranger.kill());
    writeFileSync(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${stranger.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n/tmp\n`,
    );
    await ready(hold(dataDir));
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it('begins anew after a first start that was cut short', async () => {
    const dataDir = tempFolder();
    const first = hold(dataDir);
    await until(
      () => existsSync(join(dataDir, `postgres.unfinished-${first.pid}`, 'PG_VERSION')),
      'initdb to be at work',
    );
    first.process.kill('SIGKILL');
    await first.exited;
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    await ready(hold(dataDir));
    expect(readdirSync(dataDir).sort()).toEqual(['owner.json', 'postgres']);
  });

  it.each([
    ['a file', (folder: string) => writeFileSync(folder, ''), 'EEXIST'],
    ['below a file', (folder: string) => writeFileSync(join(folder, '..', 'file'), ''), 'ENOTDIR'],
  ])('says in one line that the data folder is not writable when it is %s', async (what, prepare, code) => {
    const folder = tempFolder();
    const dataDir = what === 'a file' ? join(folder, 'data') : join(folder, 'file', 'data');
    if (what === 'a file') prepare(dataDir);
    else writeFileSync(join(folder, 'file'), '');
    const child = hold(dataDir);
    expect(await child.exited).toBe(1);
    expect(child.lines).toEqual([
      `PlatformStartError data folder ${dataDir} is not writable (${code}); set CRM_DATA_DIR to a folder that this user may write`,
    ]);
  });

  it('touches no data of another version', async () => {
    const dataDir = tempFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    const child = hold(dataDir);
    expect(await child.exited).toBe(1);
    expect(child.lines.join('\n')).toContain('holds data of PostgreSQL 15');
    rmSync(join(dataDir, 'postgres', 'PG_VERSION'));
    const other = hold(dataDir);
    expect(await other.exited).toBe(1);
    expect(other.lines.join('\n')).toContain('does not hold PostgreSQL data');
  });
});
