import { Failure } from '../../platform/http/failure.js';

/** Stands for every http origin of the same machine. */
const LOOPBACK = 'loopback';

/**
 * Sites as origins: what follows the host is cut off, a missing scheme is https.
 * @throws Failure invalid_input at the one that is no site
 */
export function readOrigins(sites: string[]): string[] {
  const origins = sites.map((site, index) => {
    const text = site.trim();
    if (text === LOOPBACK) return text;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || !/[a-z0-9]/i.test(url.hostname))
      throw new Failure(400, 'invalid_input', {
        detail: `${text} is not the address of a site.`,
        errors: [
          { path: `/allowed_origins/${index}`, message: 'must be an address as https://shop.example' },
        ],
      });
    return url.origin;
  });
  return [...new Set(origins)];
}
