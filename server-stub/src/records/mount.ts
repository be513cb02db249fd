import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/db/database.js';
import type { Relay } from '../platform/outbox/relay.js';
import { serveConversion } from './convert/routes.js';
import { serveCoql } from './coql/routes.js';
import { serveDeleted } from './deleted/routes.js';
import { serveReads } from './list/routes.js';
import { serveMassUpdate } from './mass-update/routes.js';
import type { Modules } from './metadata/registry.js';
import { serveSearch } from './search/routes.js';
import { serveSettings } from './settings/read-routes.js';
import { serveCustomization } from './settings/write-routes.js';
import { serveWrites } from './write/routes.js';

/** What the routes of records work with. */
export interface Platform {
  database: Database;
  modules: Modules;
  relay: Relay;
}

/** The CRM data API: one set of handlers for all modules and versions. */
export function mountRecords(app: FastifyInstance, platform: Platform): void {
  serveReads(app, platform);
  serveSearch(app, platform);
  serveCoql(app, platform);
  serveWrites(app, platform);
  serveDeleted(app, platform);
  serveMassUpdate(app, platform);
  serveConversion(app, platform);
  serveSettings(app, platform);
  serveCustomization(app, platform);
}
