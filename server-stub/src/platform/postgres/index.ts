export { startPostgres, type Postgres } from './start-postgres.js';
export { dataFolderError, PlatformStartError } from './start-error.js';
