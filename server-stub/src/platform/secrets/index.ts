export { openSecrets, SecretsError, type Secrets } from './secrets.js';
