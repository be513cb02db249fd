export { startPostgres, type Postgres, type PostgresOptions } from './start-postgres.js';
export type { PostgresLog } from './log.js';
export { dataFolderError, PlatformStartError } from './start-error.js';
