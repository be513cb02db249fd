import { setTimeout as wait } from 'node:timers/promises';
import { automationMigrations, removeOldRuns, seedRules } from './automation/index.js';
import { chatMigrations } from './chat/index.js';
import { identityMigrations, seedOrg } from './identity/index.js';
import { notificationMigrations, removeOldNotifications } from './notifications/index.js';
import { authMigrations } from './platform/auth/migrations.js';
import { removeExpiredTokens } from './platform/auth/tokens.js';
import { isUnavailable, type Database } from './platform/db/database.js';
import { migrate } from './platform/db/migrate.js';
import { oneAtATime } from './platform/db/one-at-a-time.js';
import { ensurePartitions } from './platform/db/partitions.js';
import type { Log } from './platform/log.js';
import { mailMigrations, removeOldAdmissions } from './platform/mail/index.js';
import { outboxMigrations } from './platform/outbox/migrations.js';
import type { Secrets } from './platform/secrets/index.js';
import type { Settings } from './platform/settings.js';
import { recordMigrations, removeExpiredChannels, seedRecords, type Modules } from './records/index.js';
import {
  identifyMigrations,
  identityKey,
  partitionedTables,
  removeOldTraces,
  removeOldSubmissions,
  seedPortal,
  seedVisits,
  seedWebForm,
  visitMigrations,
  webFormMigrations,
  type EventSink,
} from './visits/index.js';

export const migrations = [
  ...authMigrations,
  ...outboxMigrations,
  ...mailMigrations,
  ...identityMigrations,
  ...recordMigrations,
  ...automationMigrations,
  ...notificationMigrations,
  ...visitMigrations,
  ...identifyMigrations,
  ...webFormMigrations,
  ...chatMigrations,
];

interface Domains {
  modules: Modules;
  sink: EventSink;
  secrets: Secrets;
}

const RETRY_MS = 1_000;

/** Brings the schema up to date and seeds, as soon as the database can be reached. */
export async function prepare(
  database: Database,
  settings: Settings,
  domains: Domains,
  log: Log,
  stopped: () => boolean,
): Promise<void> {
  for (let told = false; !stopped(); told = true) {
    try {
      await migrate(database.pool, migrations);
      await ensurePartitions(database.pool, partitionedTables);
      if (settings.seed === 'demo') await seedDemo(database, domains);
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      if (!told) log.warn('The database cannot be reached; answering 503 until it can.');
      await wait(RETRY_MS);
    }
  }
}

const HOUR_MS = 3_600_000;

/** What a server that runs for months has to do now and then. @returns a function that ends it */
export function startHousekeeping(database: Database, onError: (error: unknown) => void): () => void {
  const clean = async () => {
    await ensurePartitions(database.pool, partitionedTables);
    await removeExpiredTokens(database.db);
    await removeExpiredChannels(database);
    await removeOldAdmissions(database.db);
    await removeOldSubmissions(database.db);
    await removeOldRuns(database);
    await removeOldNotifications(database);
    await removeOldTraces(database);
  };
  const timer = setInterval(() => void clean().catch(onError), HOUR_MS);
  return () => clearInterval(timer);
}

const LOCK = 727_002;

/** The demo organization, once; the same on every machine. */
const seedDemo = ({ pool, transact }: Database, { modules, sink, secrets }: Domains): Promise<void> =>
  oneAtATime(pool, LOCK, async (client) => {
    const { rowCount } = await client.query('select 1 from org limit 1');
    if (rowCount) return;
    const { orgId, portalId } = await transact(async (tx) => {
      const { orgId, users } = await seedOrg(tx, {
        name: 'Acme',
        domain: 'acme.test',
        timeZone: 'Europe/Paris',
        client: 'demo',
        demo: true,
      });
      const assignees = [users.manager, users.rep, users.agent, users.light];
      await seedRecords(tx, { orgId, userId: users.admin, assignees }, modules);
      await seedRules(tx, { orgId, userId: users.admin });
      const portalId = await seedPortal(tx, {
        orgId,
        createdBy: users.manager,
        assignedUserId: users.agent,
        userIds: [users.admin],
        screenName: 'acme',
        name: 'Acme Shop',
        publicKey: 'demo-portal',
      });
      await seedWebForm(tx, { orgId, portalId, ownerId: users.agent });
      return { orgId, portalId };
    });
    await seedVisits(sink, { orgId, portalId, identityKey: identityKey(secrets, portalId) });
  });
