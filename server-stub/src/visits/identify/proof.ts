import { createHmac, timingSafeEqual } from 'node:crypto';

/** Clocks of two machines differ by so much, seconds. */
const LEEWAY = 60;

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text, 'utf8').digest();

const same = (given: Buffer, expected: Buffer) =>
  given.length === expected.length && timingSafeEqual(given, expected);

/**
 * The address that a site proves its visitor to have: by `jwt`, signed HS256 (RFC 7519) with an `email` and an `exp`,
 * or by `hash`, the HMAC-SHA256 of the address in lower case, in hexadecimal.
 * @returns undefined when nothing proves anything
 */
export function provenEmail(
  values: Record<string, unknown>,
  key: string,
  now = Date.now(),
): string | undefined {
  const { jwt, hash, email } = values;
  if (typeof jwt === 'string') return emailOfJwt(jwt, key, now);
  if (typeof hash !== 'string' || typeof email !== 'string') return undefined;
  const address = email.trim();
  return same(Buffer.from(hash, 'hex'), hmac(key, address.toLowerCase())) ? address : undefined;
}

interface Claims {
  email?: unknown;
  exp?: unknown;
  nbf?: unknown;
}

function emailOfJwt(jwt: string, key: string, now: number): string | undefined {
  const [header = '', payload = '', signature = '', more] = jwt.split('.');
  if (more !== undefined || readPart<{ alg?: unknown }>(header)?.alg !== 'HS256') return undefined;
  if (!same(Buffer.from(signature, 'base64url'), hmac(key, `${header}.${payload}`))) return undefined;
  const { email, exp, nbf } = readPart<Claims>(payload) ?? {};
  const seconds = now / 1000;
  if (typeof exp !== 'number' || exp + LEEWAY < seconds) return undefined;
  if (typeof nbf === 'number' && nbf - LEEWAY > seconds) return undefined;
  return typeof email === 'string' ? email.trim() : undefined;
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it looks for
function readPart<T extends object>(part: string): T | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
