import type { FastifyInstance } from 'fastify';
import { serveConversion } from './convert/routes.js';
import { mountAttachments } from './attachments/mount.js';
import { serveCoql } from './coql/routes.js';
import { serveDeleted } from './deleted/routes.js';
import { tellLive } from './live/live.js';
import { serveReads } from './list/routes.js';
import { serveMassUpdate } from './mass-update/routes.js';
import { discardFiles, FILE_DISCARDED } from './files/discard.js';
import { servePhoto } from './photo/routes.js';
import type { Platform } from './platform.js';
import { serveRelated } from './related/routes.js';
import { removeBelongings } from './related/remove-belongings.js';
import { serveSearch } from './search/routes.js';
import { serveSettings } from './settings/read-routes.js';
import { serveCustomization } from './settings/write-routes.js';
import { serveViews } from './views/routes.js';
import { watchRecords } from './watch/enqueue.js';
import { serveWatch } from './watch/routes.js';
import { RECORD_DELETED } from './write/events.js';
import { serveTags } from './tags/routes.js';
import { serveWrites } from './write/routes.js';

/** The CRM data API: one set of handlers for all modules and versions. */
export function mountRecords(app: FastifyInstance, platform: Platform): void {
  platform.relay.on(FILE_DISCARDED, discardFiles(platform.files));
  platform.relay.on(RECORD_DELETED, removeBelongings);
  watchRecords(platform.relay);
  tellLive(platform.relay, platform.realtime, platform.database.db, platform.modules);
  serveReads(app, platform);
  serveSearch(app, platform);
  serveCoql(app, platform);
  serveWrites(app, platform);
  serveDeleted(app, platform);
  serveMassUpdate(app, platform);
  serveConversion(app, platform);
  serveRelated(app, platform);
  mountAttachments(app, platform);
  servePhoto(app, platform);
  serveTags(app, platform);
  serveWatch(app, platform);
  serveSettings(app, platform);
  serveCustomization(app, platform);
  serveViews(app, platform);
}
