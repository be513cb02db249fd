export { fullAccess, isActive, loadAccess, type Access } from './access.js';
export { identityMigrations } from './migrations.js';
export { addModuleRights, removeModuleRights } from './module-rights.js';
export { mountIdentity } from './mount.js';
export { findTimeZone } from './org/time-zone.js';
export type { ModuleAction } from './permissions.js';
export { seedOrg, type SeededOrg } from './seed.js';
export { findUsers, type UserReference } from './users/find-users.js';
export { userName } from './users/user-name.js';
