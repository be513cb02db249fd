import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/database.js';
import type { Relay } from '../../platform/outbox/relay.js';
import type { Modules } from '../../records/index.js';
import { serveReports } from '../reports/routes.js';
import { visitsOfRecord } from '../module/visits.js';
import { isTracking } from '../setup/tracking.js';
import { summaryFields } from './fields.js';
import { followPeople } from './follow.js';
import { servePeople } from './routes.js';

interface Platform {
  database: Database;
  relay: Relay;
  modules: Modules;
}

/** What visits tell of leads and contacts; their fields and lists are there while the integration is on. */
export function mountPeople(app: FastifyInstance, { database, relay, modules }: Platform): void {
  modules.extend({
    modules: ['Leads', 'Contacts'],
    fields: summaryFields,
    related: [visitsOfRecord],
    isOn: isTracking,
  });
  followPeople(relay);
  servePeople(app, { database, modules });
  serveReports(app, database);
}
