import type { ClientId } from '@crm-elements/contract';

/** A UUIDv7 in base64url, 22 characters. */
export const newId = (): ClientId => {
  let time = Date.now();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // 48 bits of time, lowest byte last; bit operators would cut them to 32.
  for (let index = 6; index--; time /= 256) bytes[index] = time;
  bytes[6] = (bytes[6]! & 15) | 112;
  bytes[8] = (bytes[8]! & 63) | 128;
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22);
};

/** Whether a stored value can be an id: a page may have written anything there. */
export const isId = (value: unknown): value is ClientId => (value as ClientId | undefined)?.length === 22;
