import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/db/database.js';
import { serveGroups } from './groups/routes.js';
import { serveOauthConsole } from './oauth/routes.js';
import { serveOrg } from './org/routes.js';
import { serveProfiles } from './profiles/routes.js';
import { serveRoles } from './roles/routes.js';
import { serveTerritories } from './territories/routes.js';
import { serveUsers } from './users/routes.js';

/** Brings users, profiles, roles, groups, territories, the organization and OAuth clients into the app. */
export function mountIdentity(app: FastifyInstance, database: Database): void {
  serveUsers(app, database);
  serveRoles(app, database);
  serveProfiles(app, database);
  serveGroups(app, database);
  serveTerritories(app, database);
  serveOrg(app, database);
  serveOauthConsole(app, database);
}
