import type { FastifyRequest } from 'fastify';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { readInstant } from '../fields/index.js';

/**
 * Instant of a conditional header, as an ISO date-time or an HTTP date.
 * @throws CrmFailure INVALID_DATA
 */
export function conditionalTime(
  request: FastifyRequest,
  name: 'if-modified-since' | 'if-unmodified-since',
): Date | undefined {
  const text = request.headers[name];
  if (typeof text !== 'string') return undefined;
  const time = readInstant(text) ?? (/^[A-Z][a-z]{2}, .* GMT$/.test(text) ? new Date(text) : undefined);
  if (!time || Number.isNaN(time.getTime()))
    throw new CrmFailure(400, 'INVALID_DATA', `the header ${name} is not a date-time`, { header_name: name });
  return time;
}
