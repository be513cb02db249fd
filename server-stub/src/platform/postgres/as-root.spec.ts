import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runTypeScript, type Child } from '../../testing/child.js';
import { tempFolder } from '../../testing/temp-folder.js';
import { postmasterOf } from './orphan.js';

// Each test starts several processes, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const script = new URL('../../testing/hold-postgres.ts', import.meta.url);

function hold(dataDir: string, env?: NodeJS.ProcessEnv): Child {
  const child = runTypeScript(script, [dataDir], env);
  onTestFinished(async () => {
    child.process.kill('SIGTERM');
    await child.exited;
  });
  return child;
}

async function version(child: Child): Promise<unknown> {
  const [, connectionString = ''] = await child.line(/^ready (.*)/);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    return rows[0]?.server_version_num.slice(0, 2);
  } finally {
    await client.end();
  }
}

async function stop(child: Child): Promise<void> {
  child.process.kill('SIGTERM');
  await child.exited;
}

/** An environment in which `unshare` is not to be found, as where user namespaces are not allowed. */
function withoutUnshare(): NodeJS.ProcessEnv {
  const folder = tempFolder();
  chmodSync(folder, 0o755);
  symlinkSync('/bin/sh', join(folder, 'sh'));
  return { ...process.env, PATH: folder };
}

/** The user whom the system takes PostgreSQL for. */
function userOf(cluster: string): number {
  return statSync(`/proc/${postmasterOf(cluster)}`).uid;
}

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('startPostgres as root', () => {
  it('runs as root in disguise in a folder that only root may enter', async () => {
    const closed = tempFolder();
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    const child = hold(join(closed, 'data'));
    expect(await version(child)).toBe('18');
    expect(statSync(join(closed, 'data', 'postgres')).uid).toBe(0);
    expect(child.lines).toHaveLength(1);
  });

  it('runs as nobody where namespaces are not allowed, and goes on so', async () => {
    const open = tempFolder();
    chmodSync(open, 0o755);
    const dataDir = join(open, 'data');
    const first = hold(dataDir, withoutUnshare());
    expect(await version(first)).toBe('18');
    expect(first.lines[0]).toContain(`PostgreSQL runs as user 65534 with its data in ${dataDir}/postgres`);
    expect(userOf(join(dataDir, 'postgres'))).toBe(65_534);
    await stop(first);
    const second = hold(dataDir);
    expect(await version(second)).toBe('18');
    expect(userOf(join(dataDir, 'postgres'))).toBe(65_534);
  });

  it('hands a cluster of root over to nobody when namespaces are no longer allowed', async () => {
    const open = tempFolder();
    chmodSync(open, 0o755);
    const first = hold(join(open, 'data'));
    await version(first);
    await stop(first);
    expect(await version(hold(join(open, 'data'), withoutUnshare()))).toBe('18');
    expect(userOf(join(open, 'data', 'postgres'))).toBe(65_534);
  });

  it('keeps the data outside where nobody may not enter the data folder, and finds it again', async () => {
    const dataDir = join(tempFolder(), 'data');
    const location = join(dataDir, 'postgres.location');
    onTestFinished(() => {
      if (existsSync(location))
        rmSync(dirname(readFileSync(location, 'utf8')), { recursive: true, force: true });
    });
    const first = hold(dataDir, withoutUnshare());
    expect(await version(first)).toBe('18');
    const cluster = readFileSync(location, 'utf8').trim();
    expect(first.lines[0]).toContain(`with its data in ${cluster}`);
    await stop(first);
    const second = hold(dataDir);
    expect(await version(second)).toBe('18');
    expect(userOf(cluster)).toBe(65_534);
  });

  it('says what to do when nobody can neither enter nor move the data', async () => {
    const closed = tempFolder();
    const first = hold(join(closed, 'data'));
    await version(first);
    await stop(first);
    const second = hold(join(closed, 'data'), withoutUnshare());
    expect(await second.exited).toBe(1);
    expect(second.lines.join('\n')).toMatch(
      /^PlatformStartError user 65534, which has to run PostgreSQL, cannot enter/,
    );
  });

  it('runs as the owner of the data where that is not root', async () => {
    const open = tempFolder();
    chmodSync(open, 0o755);
    const cluster = join(open, 'data', 'postgres');
    const first = hold(join(open, 'data'));
    await version(first);
    await stop(first);
    for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' }))
      chownSync(join(cluster, entry), 1_234, 1_234);
    chownSync(cluster, 1_234, 1_234);
    expect(await version(hold(join(open, 'data')))).toBe('18');
    expect(userOf(cluster)).toBe(1_234);
  });
});
