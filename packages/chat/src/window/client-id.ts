import { uuid } from '@crm-elements/core';

/** A new id of a visitor or visit: a UUIDv7 in base64url, 22 characters. */
export function clientId(): string {
  const bytes = (uuid().replaceAll('-', '').match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
}
