import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { createApp, type App } from '../app.js';
import { seedOrg, type SeededOrg } from '../identity/index.js';
import { openDatabase, type Database } from '../platform/db/database.js';
import { migrate } from '../platform/db/migrate.js';
import { ensurePartitions } from '../platform/db/partitions.js';
import { createLog } from '../platform/log.js';
import type { Settings } from '../platform/settings.js';
import { migrations } from '../prepare.js';
import { partitionedTables, seedPortal } from '../visits/index.js';
import { createTestDatabase } from './test-database.js';

/** One of the two organizations that every test has. */
export interface TestOrg extends SeededOrg {
  portalId: string;
  /** Public key of its portal. */
  key: string;
  /** Access token of a user; `origin` binds it. */
  token(user?: keyof SeededOrg['users'], origin?: string): Promise<string>;
}

/** One process of the backend. */
export interface TestNode {
  app: App;
  /** Its data folder. */
  dataDir: string;
  /** Address; listens from the first call on. */
  origin(): Promise<string>;
  close(): Promise<void>;
}

export interface TestApp extends TestNode {
  database: Database;
  acme: TestOrg;
  globex: TestOrg;
  /** A second process over the same database. */
  anotherNode(): Promise<TestNode>;
}

const log = createLog('silent');

async function migrateTemplate(connectionString: string): Promise<void> {
  const { pool, close } = openDatabase({ connectionString }, log);
  await migrate(pool, migrations);
  await ensurePartitions(pool, partitionedTables);
  await close();
}

const listenOn = (app: App) => async () => {
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`;
};

async function startNode(databaseUrl: string, overrides: Partial<Settings>): Promise<TestNode> {
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-app-'));
  const app = await createApp({
    port: 0,
    host: '127.0.0.1',
    databaseUrl,
    dataDir,
    seed: 'empty',
    secret: 'the-same-secret-on-every-node-of-a-test',
    logLevel: 'silent',
    outboundAllow: [],
    trustProxy: false,
    ...overrides,
  });
  await app.start();
  let listening: Promise<string> | undefined;
  const listen = listenOn(app);
  return {
    app,
    dataDir,
    origin: () => (listening ??= listen()),
    async close() {
      await app.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The whole backend on a database of its own, with two organizations that must never see each other. */
export async function createTestApp(settings: Partial<Settings> = {}): Promise<TestApp> {
  const { connectionString, drop } = await createTestDatabase(migrateTemplate, 'app');
  const node = await startNode(connectionString, settings);
  const database = openDatabase({ connectionString }, log);
  return {
    ...node,
    database,
    acme: await createOrg(node.app, database, 'acme'),
    globex: await createOrg(node.app, database, 'globex'),
    anotherNode: () => startNode(connectionString, settings),
    async close() {
      await node.close();
      await database.close();
      await drop();
    },
  };
}

/** The whole backend, with the token of the administrator of each organization: `token` is Acme's. */
export async function openTestApp(): Promise<{ t: TestApp; token: string; globex: string }> {
  const t = await createTestApp();
  return { t, token: await t.acme.token(), globex: await t.globex.token() };
}

async function createOrg(app: App, { transact }: Database, name: string): Promise<TestOrg> {
  const key = `${name}-portal`;
  const seeded = await transact(async (tx) => {
    const org = await seedOrg(tx, {
      name,
      domain: `${name}.test`,
      timeZone: 'Europe/Paris',
      client: name,
      demo: false,
    });
    const portalId = await seedPortal(tx, {
      orgId: org.orgId,
      createdBy: org.users.agent,
      assignedUserId: org.users.agent,
      screenName: `${name}-test`,
      name: `${name} shop`,
      publicKey: key,
    });
    return { ...org, portalId };
  });
  return {
    ...seeded,
    key,
    async token(user = 'admin', origin) {
      const response = await app.http.inject({
        method: 'POST',
        url: '/oauth/v2/token',
        query: {
          grant_type: 'refresh_token',
          client_id: name,
          client_secret: name,
          refresh_token: `${name}-${user}`,
          ...(origin !== undefined && { origin }),
        },
      });
      return response.json<{ access_token: string }>().access_token;
    },
  };
}

/** A client's id: 16 random bytes in base64url. */
export const clientId = () => randomBytes(16).toString('base64url');
