import cors from '@fastify/cors';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { mountAutomation, startAutomation } from './automation/index.js';
import { mountChat, startMissing } from './chat/index.js';
import { isActive, mountIdentity } from './identity/index.js';
import { mountMail } from './mail/index.js';
import { mountNotifications, startMailing } from './notifications/index.js';
import { serveAssets } from './platform/assets/serve-assets.js';
import { createAuthenticator } from './platform/auth/authenticate.js';
import { RIGHTS_CHANNEL } from './platform/auth/migrations.js';
import { serveAuth } from './platform/auth/routes.js';
import { createVisitorTokens } from './platform/auth/visitor-tokens.js';
import { openDatabase, type Database } from './platform/db/database.js';
import { serveHealth, type Readiness } from './platform/health.js';
import { openFolderStore } from './platform/files/index.js';
import { formatProblem } from './platform/http/dialects.js';
import { Failure } from './platform/http/failure.js';
import { acceptJson } from './platform/http/json-body.js';
import { handleNotFound } from './platform/http/not-found.js';
import { compileValidator } from './platform/http/validation.js';
import { createLog, type Log } from './platform/log.js';
import { createMailing } from './platform/mail/index.js';
import { createMetrics } from './platform/metrics.js';
import { parseAllowList } from './platform/outbound/index.js';
import { listen } from './platform/outbox/listen.js';
import { createRelay } from './platform/outbox/relay.js';
import { startPostgres } from './platform/postgres/index.js';
import { linkNodes } from './platform/realtime/adapter.js';
import { createRealtime } from './platform/realtime/realtime.js';
import { openSecrets } from './platform/secrets/index.js';
import { isLoopbackHost, type Settings } from './platform/settings.js';
import { prepare, startHousekeeping } from './prepare.js';
import { formatCrmFailure } from './crm-dialect/failure.js';
import { formatOauthFailure } from './platform/auth/oauth-failure.js';
import { createModules, mountRecords, startCallingBack } from './records/index.js';
import { createCountryFinder, mountVisits, startSweeping } from './visits/index.js';

export interface App {
  /** Not listening yet; more routes may be added. */
  http: FastifyInstance;
  log: Log;
  /** Resolves when the schema is there and `/readyz` says so; rejects when that cannot be. */
  start(): Promise<void>;
  /** Ends what is under way, then lets go of the database. */
  close(): Promise<void>;
}

/** What a request under way gets to come to its end when the backend is asked to stop. */
const LAST_REQUEST_MS = 8_000;

const always = ['/healthz', '/readyz', '/metrics', '/openapi.json', '/embed.js', '/cdn/*'];

function createHttp(settings: Settings, log: Log, readiness: Readiness): FastifyInstance {
  const http = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustProxy,
    bodyLimit: 1_000_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 256 },
  }) as unknown as FastifyInstance;
  http.setValidatorCompiler(compileValidator);
  http.decorateRequest('principal');
  http.decorateRequest('party');
  http.decorate('formatters', { v1: formatProblem, crm: formatCrmFailure, oauth: formatOauthFailure });
  http.addHook('onRequest', async ({ routeOptions }) => {
    if (!readiness.ready && !always.includes(routeOptions.url ?? '')) {
      throw new Failure(503, 'unavailable', {
        detail: 'The server is starting; try again shortly.',
        retryAfter: 1,
      });
    }
  });
  handleNotFound(http);
  acceptJson(http);
  return http;
}

/**
 * Composes the backend.
 * @throws PlatformStartError when the data folder or the embedded database cannot be used
 * @throws SettingsError when the database of countries cannot be read
 */
export async function createApp(settings: Settings): Promise<App> {
  const log = createLog(settings.logLevel);
  const findCountry = await createCountryFinder(settings);
  const secrets = openSecrets(settings);
  const postgres = settings.databaseUrl ? undefined : await startPostgres({ dataDir: settings.dataDir, log });
  const database: Database = openDatabase(
    { connectionString: settings.databaseUrl ?? postgres?.connectionString },
    log,
  );
  const readiness: Readiness = { ready: false };
  const demo = settings.seed === 'demo' && isLoopbackHost(settings.host);

  const http = createHttp(settings, log, readiness);
  await http.register(cors, { origin: true, maxAge: 7_200, exposedHeaders: ['retry-after'] });
  await http.register(formbody);
  await http.register(multipart);
  const { db } = database;
  const visitorTokens = createVisitorTokens(secrets);
  const authenticator = createAuthenticator({
    db,
    visitorTokens,
    demoAllowed: demo,
    admits: (principal) => isActive(db, principal),
  });
  http.decorate('authenticator', authenticator);
  const nodes = await linkNodes(settings, database.pool, log);
  const realtime = createRealtime(http, authenticator, nodes);
  const relay = createRelay(database, realtime.publish, log);
  const files = await openFolderStore(join(settings.dataDir, 'files'));
  const outboundAllow = parseAllowList(settings.outboundAllow);
  const metrics = createMetrics(http, database);
  const modules = createModules();
  const { mailer, folder } = createMailing(settings, database, outboundAllow);

  serveHealth(http, database, readiness);
  serveAuth(http, {
    database,
    apiDomain: (request) => `${request.protocol}://${request.host}`,
    demoAllowed: demo,
  });
  mountIdentity(http, database);
  mountMail(http, database, folder);
  mountAutomation(http, { database, modules, relay, realtime, secrets, mailer, outboundAllow });
  mountNotifications(http, { database, modules, relay, realtime });
  const visits = await mountVisits(http, {
    database,
    relay,
    realtime,
    metrics,
    modules,
    secrets,
    mailer,
    findCountry,
  });
  mountChat(http, { database, relay, realtime, modules, files, visitorTokens, visits });
  const { sink } = visits;
  mountRecords(http, { database, modules, relay, realtime, files, secrets, outboundAllow });
  await serveAssets(http, settings.dataDir);

  let closing = false;
  const endings: (() => void)[] = [];
  let unfollow: (() => Promise<void>) | undefined;
  let stopListening: (() => Promise<void>) | undefined;
  /** What does its work in the background. */
  const workers: (() => Promise<void>)[] = [];
  http.addHook('preClose', async () => {
    closing = true;
    readiness.ready = false;
    await realtime.close();
    // Who has not finished sending by then never will.
    setTimeout(() => http.server.closeAllConnections(), LAST_REQUEST_MS).unref();
  });
  http.addHook('onClose', async () => {
    for (const end of endings) end();
    await stopListening?.();
    await Promise.all(workers.map((stop) => stop()));
    await sink.close();
    await relay.stop();
    await unfollow?.();
    await database.close();
    await postgres?.stop();
  });

  return {
    http,
    log,
    async start() {
      await prepare(database, settings, { modules, sink, secrets }, log, () => closing);
      if (closing) return;
      readiness.ready = true;
      relay.start();
      unfollow = modules.follow(database);
      stopListening = listen(database.pool, RIGHTS_CHANNEL, (orgId) => void realtime.recheck(orgId));
      const failed = (error: unknown) => log.warn({ err: error }, 'housekeeping failed');
      workers.push(
        startCallingBack(database, { modules, secrets, allow: outboundAllow }, failed),
        startAutomation({ database, modules, mailer, secrets, outboundAllow }, failed),
        startMissing(database, failed),
        startMailing(database, { modules, mailer, recordUrl: settings.recordUrl }, failed),
      );
      endings.push(startSweeping(database, failed), startHousekeeping(database, failed));
    },
    close: () => http.close(),
  };
}
