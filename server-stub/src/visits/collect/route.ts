import { COLLECT_MAX_BYTES, type CollectRequest } from '@crm-elements/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isForwarded } from '../../platform/auth/authenticate.js';
import { createRateLimit } from '../../platform/http/rate-limit.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import type { Metrics } from '../../platform/metrics.js';
import type { FindCountry } from '../country/find-country.js';
import { anonymousVisitor, type Pseudonymise } from './anonymous.js';
import { toUuid } from './client-id.js';
import type { Arrival } from './fold.js';
import { parseBody } from './parse-body.js';
import { admit, type Portal, type Portals } from './portals.js';
import type { EventSink } from './sink.js';
import { isBot, parseUserAgent } from './user-agent.js';

interface Options {
  portals: Portals;
  sink: EventSink;
  metrics: Metrics;
  pseudonymise: Pseudonymise;
  findCountry: FindCountry;
}

const limits = {
  address: createRateLimit(6_000, 60, 'requests from this address'),
  portal: createRateLimit(600_000, 60, 'requests for this portal'),
  visitor: createRateLimit(600, 60, 'requests of this visitor'),
};

/** A request from this very machine, not through a proxy: the operator's own tests. */
const isOwnMachine = ({ ip, headers }: FastifyRequest) =>
  /^(127\.|::1$|::ffff:127\.)/.test(ip) && !isForwarded(headers);

async function limit(request: FastifyRequest, portal: Portal, visitor: string): Promise<void> {
  if (isOwnMachine(request)) return;
  await limits.address(request.ip);
  await limits.portal(portal.id);
  await limits.visitor(`${portal.id}/${visitor}`);
}

export function serveCollect(app: FastifyInstance, options: Options): void {
  const { portals, sink, metrics } = options;
  // Browsers send the body as text or without a type, so that they need no preflight.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(['text/plain', 'application/json', '*'], { parseAs: 'string' }, parseBody);

  serveRoute(
    app,
    'POST /v1/collect',
    async ({ body, request }) => {
      const portal = await admit(portals, body.k, request);
      const userAgent = (request.headers['user-agent'] ?? '').slice(0, 512).toWellFormed();
      const answer = { status: 200, body: { r: portal.revision } };
      if (isBot(userAgent, isOwnMachine(request))) {
        metrics.collectedEvents.inc({ outcome: 'bot' }, body.e.length);
        portals.noteRobot(portal);
        return answer;
      }
      const arrival = toArrival(body, { portal, request, userAgent }, options);
      await limit(request, portal, arrival.visitor);
      const { commands } = await sink.append(arrival);
      metrics.collectedEvents.inc({ outcome: 'stored' }, body.e.length);
      return commands.length ? { status: 200, body: { r: portal.revision, c: commands } } : answer;
    },
    { bodyLimit: COLLECT_MAX_BYTES },
  );
}

function toArrival(
  body: CollectRequest,
  { portal, request, userAgent }: { portal: Portal; request: FastifyRequest; userAgent: string },
  { pseudonymise, findCountry }: Options,
): Arrival {
  const anonymous = body.u === undefined || body.s === undefined;
  const now = new Date();
  return {
    orgId: portal.orgId,
    portalId: portal.id,
    visitor: anonymous
      ? anonymousVisitor(pseudonymise, { portalId: portal.id, ip: request.ip, userAgent }, now)
      : toUuid(body.u ?? ''),
    visit: anonymous ? undefined : toUuid(body.s ?? ''),
    anonymous,
    receivedAt: now.getTime(),
    ip: anonymous ? null : request.ip,
    country: findCountry(request),
    userAgent,
    agent: parseUserAgent(userAgent),
    acknowledged: body.c ?? 0,
    events: body.e,
    ruled: portal.ruled,
  };
}
