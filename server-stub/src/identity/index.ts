export { identityMigrations } from './migrations.js';
export { seedOrg, type SeededOrg } from './seed.js';
export { findUsers, loadPermissions, type UserReference } from './users.js';
