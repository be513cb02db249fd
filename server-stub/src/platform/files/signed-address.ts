import type { Secrets } from '../secrets/index.js';

/** Longest life of a signed address, seconds. */
const MAX_LIFE_SECONDS = 300;

const PURPOSE = 'file address';

/** Whom and what an address is for. */
export interface Grant {
  /** Id of the user for whom it was made. */
  user: string;
  /** Id of the file. */
  file: string;
}

/** The query parameters that `signUrl` adds; strings as they came. */
export interface SignedQuery {
  user?: unknown;
  expires?: unknown;
  signature?: unknown;
}

/** Adds a signature to the address of a file: it holds for this user and file, for five minutes. */
export function signUrl(secrets: Secrets, address: string, { user, file }: Grant, now = Date.now()): string {
  const expires = String(Math.floor(now / 1_000) + MAX_LIFE_SECONDS);
  const signature = secrets.sign(statement(user, file, expires), PURPOSE);
  const query = new URLSearchParams({ user, expires, signature });
  return `${address}${address.includes('?') ? '&' : '?'}${query.toString()}`;
}

/**
 * Reads a signed address.
 * @returns the user for whom it was made, or undefined when it is forged, for another file, or too
 * old. The caller still asks whether that user may read the file.
 */
export function verifyUrl(
  secrets: Secrets,
  file: string,
  query: SignedQuery,
  now = Date.now(),
): string | undefined {
  const { user, expires, signature } = query;
  if (typeof user !== 'string' || typeof expires !== 'string' || typeof signature !== 'string')
    return undefined;
  if (!secrets.verify(statement(user, file, expires), signature, PURPOSE)) return undefined;
  const left = Number(expires) - now / 1_000;
  return left > 0 && left <= MAX_LIFE_SECONDS ? user : undefined;
}

/** JSON, so that no two triples give one text. */
function statement(user: string, file: string, expires: string): string {
  return JSON.stringify([user, file, expires]);
}
