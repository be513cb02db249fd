export { openSecrets, SecretsError, type Secrets, type SecretsOptions } from './secrets.js';
