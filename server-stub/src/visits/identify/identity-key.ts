import type { Secrets } from '../../platform/secrets/index.js';

/** By which a site proves who its visitor is; it never leaves the site's own backend. */
export const identityKey = (secrets: Secrets, portalId: string): string =>
  secrets.sign(portalId, 'visitor identity');
