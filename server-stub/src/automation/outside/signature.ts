import { createHmac } from 'node:crypto';
import type { Secrets } from '../../platform/secrets/index.js';

/** The key of an organization's webhooks: it follows from the secret of the installation. */
export const signingKey = (secrets: Secrets, orgId: string): string =>
  secrets.sign(orgId, 'workflow webhooks');

/** What a webhook carries to prove where it comes from. */
export const signatureOf = (secrets: Secrets, orgId: string, body: string): string =>
  `sha256=${createHmac('sha256', signingKey(secrets, orgId)).update(body).digest('hex')}`;
