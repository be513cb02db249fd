import type { Database } from '../platform/db/database.js';
import type { FileStore } from '../platform/files/index.js';
import type { AllowList } from '../platform/outbound/index.js';
import type { Relay } from '../platform/outbox/relay.js';
import type { Realtime } from '../platform/realtime/realtime.js';
import type { Secrets } from '../platform/secrets/index.js';
import type { Modules } from './metadata/registry.js';

/** What the routes of records work with. */
export interface Platform {
  database: Database;
  modules: Modules;
  files: FileStore;
  relay: Relay;
  realtime: Realtime;
  secrets: Secrets;
  /** Private destinations that the server may ask. */
  outboundAllow: AllowList;
}
