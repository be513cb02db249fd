import type { Database } from '../platform/db/database.js';
import type { Mailer } from '../platform/mail/index.js';
import type { AllowList } from '../platform/outbound/index.js';
import type { Relay } from '../platform/outbox/relay.js';
import type { Realtime } from '../platform/realtime/realtime.js';
import type { Secrets } from '../platform/secrets/index.js';
import type { Modules } from '../records/index.js';

/** What automation works with. */
export interface Platform {
  database: Database;
  modules: Modules;
  relay: Relay;
  realtime: Realtime;
  secrets: Secrets;
  mailer: Mailer;
  /** Private destinations that webhooks may reach. */
  outboundAllow: AllowList;
}
