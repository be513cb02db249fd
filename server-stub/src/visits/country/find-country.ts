import type { FastifyRequest } from 'fastify';
import type { Settings } from '../../platform/settings.js';
import { openCountryDatabase } from './country-database.js';

/** Country that a request comes from, ISO 3166; null where nothing tells. */
export type FindCountry = (request: Pick<FastifyRequest, 'headers' | 'ip'>) => string | null;

/** What proxies say for a country that they do not know. */
const unknown = 'XX';

function readCode(value: string | string[] | undefined): string | null {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return /^[A-Z]{2}$/.test(code) && code !== unknown ? code : null;
}

/** IPv4 addresses as they look on a socket of both kinds. */
const mapped = /^::ffff:(?=\d+\.)/i;

/**
 * Tells countries by what the proxy in front says, else by a database of addresses; the address itself goes nowhere.
 * @throws SettingsError when the database cannot be read
 */
export async function createCountryFinder({
  countryHeader,
  countryDatabase,
}: Pick<Settings, 'countryHeader' | 'countryDatabase'>): Promise<FindCountry> {
  const byAddress = countryDatabase === undefined ? undefined : await openCountryDatabase(countryDatabase);
  return ({ headers, ip }) =>
    (countryHeader === undefined ? null : readCode(headers[countryHeader])) ??
    readCode(byAddress?.(ip.replace(mapped, '')));
}
