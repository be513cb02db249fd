import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOrg } from '../../server-stub/src/identity/index.js';
import { hashToken } from '../../server-stub/src/platform/auth/hash-token.js';
import { openDatabase, type Database } from '../../server-stub/src/platform/db/database.js';
import { migrate } from '../../server-stub/src/platform/db/migrate.js';
import { ensurePartitions } from '../../server-stub/src/platform/db/partitions.js';
import { nextId } from '../../server-stub/src/platform/ids.js';
import { createLog } from '../../server-stub/src/platform/log.js';
import { startPostgres } from '../../server-stub/src/platform/postgres/index.js';
import { migrations } from '../../server-stub/src/prepare.js';
import { partitionedTables, seedPortal } from '../../server-stub/src/visits/index.js';

export const CLIENT = 'chaos';
export const PORTAL = 'chaos-portal';

export interface RunDatabase extends Database {
  connectionString: string;
  /** Refresh tokens, one for each operator. */
  operators: string[];
  stop(): Promise<void>;
}

/** A cluster of the run's own with an organization, its portal and so many operators. */
export async function startDatabase(operators: number, mutation: string | undefined): Promise<RunDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-chaos-'));
  const log = createLog('error');
  const quiet = () => undefined;
  const postgres = await startPostgres({
    dataDir,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const { connectionString } = postgres;
  const database = openDatabase({ connectionString }, log);
  await migrate(database.pool, migrations);
  await ensurePartitions(database.pool, partitionedTables);
  if (mutation === 'dedupe') await database.pool.query('drop index message_client');
  return {
    ...database,
    connectionString,
    operators: await seed(database, operators),
    async stop() {
      await database.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function seed(database: Database, operators: number): Promise<string[]> {
  return database.transact(async (tx) => {
    const seeding = {
      name: 'Chaos',
      domain: 'chaos.test',
      timeZone: 'Europe/Paris',
      client: CLIENT,
      demo: false,
    };
    const { orgId, users } = await seedOrg(tx, seeding);
    await seedPortal(tx, {
      orgId,
      createdBy: users.agent,
      assignedUserId: users.agent,
      screenName: 'chaos',
      name: 'Chaos shop',
      publicKey: PORTAL,
    });
    const agent = await tx
      .selectFrom('crm_user')
      .selectAll()
      .where('id', '=', users.agent)
      .executeTakeFirstOrThrow();
    const grant = await tx
      .selectFrom('refresh_token')
      .selectAll()
      .where('user_id', '=', users.agent)
      .executeTakeFirstOrThrow();
    const names = Array.from({ length: operators }, (_, index) => `operator-${index}`);
    for (const name of names) {
      const id = nextId();
      await tx
        .insertInto('crm_user')
        .values({ ...agent, id, email: `${name}@chaos.test` })
        .execute();
      await tx
        .insertInto('refresh_token')
        .values({ ...grant, hash: hashToken(name), user_id: id })
        .execute();
    }
    return names;
  });
}
