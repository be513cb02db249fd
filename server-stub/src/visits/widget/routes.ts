import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readBundle } from '../../platform/assets/serve-assets.js';
import type { Db } from '../../platform/db/database.js';
import { createRateLimit } from '../../platform/http/rate-limit.js';
import { serveRoute, type Answer } from '../../platform/http/serve-route.js';
import { findByNames, findByWidgetCode, type Code } from './find-code.js';

/** A code that nobody has yet may be entered in the next minute. */
const FRESH = { known: 300, unknown: 60 };
const perAddress = createRateLimit(6_000, 60, 'requests from this address');

/** The scripts that sites with a code of SalesIQ ask for: the same bundle, with what was found for the code. */
export function serveWidget(app: FastifyInstance, db: Db): void {
  const answer = (code: Code | null | undefined): Answer => {
    const told = code === undefined ? 'undefined' : JSON.stringify(code);
    return {
      status: 200,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': `public, max-age=${code === null ? FRESH.unknown : FRESH.known}`,
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      },
      body: readBundle('widget.js')?.replace('CRM_WIDGET', () => told) ?? '',
    };
  };
  const admit = (request: FastifyRequest) => perAddress(request.ip);

  serveRoute(app, 'GET /widget', async ({ query, request }) => {
    await admit(request);
    return answer(query.wc === undefined ? undefined : await findByWidgetCode(db, query.wc));
  });

  serveRoute(app, 'GET /:portal/float.ls', async ({ params, query, request }) => {
    await admit(request);
    return answer(await findByNames(db, params.portal, query.embedname ?? ''));
  });
}
