/** A visit ends after this much silence, ms. */
export const VISIT_IDLE = 30 * 60_000;

interface Traits {
  portalId: string;
  ip: string;
  userAgent: string;
}

/** Signs a text for this one purpose. */
export type Pseudonymise = (text: string) => string;

/**
 * UUID of a visitor who agreed to be counted but not to be recognised: it changes every day and
 * cannot be turned back into an address.
 */
export function anonymousVisitor(
  pseudonymise: Pseudonymise,
  { portalId, ip, userAgent }: Traits,
  now: Date,
): string {
  const day = now.toISOString().slice(0, 10);
  const signature = pseudonymise([day, portalId, ip, userAgent].join('\n'));
  const hex = Buffer.from(signature.split('.').at(-1) ?? '', 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
