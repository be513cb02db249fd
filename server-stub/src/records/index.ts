export { crmTime } from './crm-time.js';
export { formatCrmFailure, formatOauthFailure } from './errors.js';
export { findByEmail, insertRecords } from './insert.js';
export { recordMigrations } from './migrations.js';
export {
  createModules,
  type Field,
  type Modules,
  type PageRequest,
  type RecordSource,
  type RelatedList,
} from './module.js';
export { businessModules } from './modules/index.js';
export { findRecordNames } from './record-source.js';
export { serveRecords } from './routes.js';
export { seedRecords } from './seed.js';
