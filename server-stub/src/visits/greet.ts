import type { FastifyRequest } from 'fastify';
import { toUuid } from './collect/client-id.js';
import { admit, type Portals } from './collect/portals.js';
import type { EventSink } from './collect/sink.js';
import { parseUserAgent } from './collect/user-agent.js';
import type { FindCountry } from './country/find-country.js';

export interface Greeted {
  orgId: string;
  portalId: string;
  visitorId: string;
  visitId: string;
}

interface Ids {
  k: string;
  u: string;
  s: string;
}

/** Finds the visitor and visit of a page that begins to speak; makes them where nothing was tracked. */
export type Greet = (ids: Ids, request: FastifyRequest) => Promise<Greeted>;

export function createGreet(portals: Portals, sink: EventSink, findCountry: FindCountry): Greet {
  return async ({ k, u, s }, request) => {
    const portal = await admit(portals, k, request);
    const userAgent = (request.headers['user-agent'] ?? '').slice(0, 512).toWellFormed();
    const { visitorId, visitId } = await sink.append({
      orgId: portal.orgId,
      portalId: portal.id,
      visitor: toUuid(u),
      visit: toUuid(s),
      anonymous: false,
      receivedAt: Date.now(),
      ip: request.ip,
      country: findCountry(request),
      userAgent,
      agent: parseUserAgent(userAgent),
      acknowledged: 0,
      events: [],
      ruled: false,
    });
    return { orgId: portal.orgId, portalId: portal.id, visitorId, visitId };
  };
}
