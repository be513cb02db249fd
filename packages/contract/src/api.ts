import { automationRoutes } from './automation.js';
import { chatRoutes } from './chat.js';
import { customViewRoutes } from './custom-views.js';
import { identityRoutes } from './identity/index.js';
import { mailRoutes } from './mail.js';
import { metadataRoutes } from './metadata.js';
import { notificationRoutes } from './notifications.js';
import { oauthRoutes } from './oauth.js';
import { recordActionRoutes } from './record-actions.js';
import { recordWriteRoutes } from './record-writes.js';
import { recordRoutes } from './records.js';
import { relatedRoutes } from './related.js';
import type { Endpoints } from './route.js';
import { searchRoutes } from './search.js';
import { tagRoutes } from './tags.js';
import { visitRoutes } from './visits/index.js';
import { watchRoutes } from './watch.js';

/** Every route of the API. The server serves it, OpenAPI is generated from it, clients are typed by it. */
export const api = {
  ...oauthRoutes,
  ...identityRoutes,
  ...recordRoutes,
  ...recordWriteRoutes,
  ...recordActionRoutes,
  ...relatedRoutes,
  ...tagRoutes,
  ...watchRoutes,
  ...searchRoutes,
  ...customViewRoutes,
  ...metadataRoutes,
  ...visitRoutes,
  ...chatRoutes,
  ...automationRoutes,
  ...notificationRoutes,
  ...mailRoutes,
};
export type Api = Endpoints<typeof api>;
export type RouteKey = keyof typeof api;
