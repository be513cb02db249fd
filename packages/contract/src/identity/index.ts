import { groupRoutes } from './groups.js';
import { orgRoutes } from './org.js';
import { profileRoutes } from './profiles.js';
import { roleRoutes } from './roles.js';
import { territoryRoutes } from './territories.js';
import { userRoutes } from './users.js';

export type { SettingsPageInfo } from './shapes.js';
export { userTypes, type UserType } from './users.js';

/** Who is there and what they may do. */
export const identityRoutes = {
  ...userRoutes,
  ...roleRoutes,
  ...profileRoutes,
  ...groupRoutes,
  ...territoryRoutes,
  ...orgRoutes,
};
