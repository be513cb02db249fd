import type { FastifyRequest } from 'fastify';
import type { Settings } from '../../platform/settings.js';

/** Country that a request comes from, ISO 3166; null where nothing tells. */
export type FindCountry = (request: Pick<FastifyRequest, 'headers'>) => string | null;

/** What proxies say for a country that they do not know. */
const unknown = 'XX';

function readCode(value: string | string[] | undefined): string | null {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return /^[A-Z]{2}$/.test(code) && code !== unknown ? code : null;
}

/** Tells countries by what the proxy in front says. */
export const createCountryFinder =
  ({ countryHeader }: Pick<Settings, 'countryHeader'>): FindCountry =>
  ({ headers }) =>
    countryHeader === undefined ? null : readCode(headers[countryHeader]);
