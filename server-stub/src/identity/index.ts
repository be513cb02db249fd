export { identityMigrations } from './migrations.js';
export { seedOrg, type SeededOrg } from './seed.js';
export { findUsers, loadPermissions } from './users.js';
