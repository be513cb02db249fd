import { api, type Dialect } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { sendFailure } from './dialects.js';
import { Failure, toFailure } from './failure.js';

const patterns = Object.keys(api).map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return {
    method,
    pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace('/crm/v8/', '/crm/v[2-8]/')}/?$`),
  };
});

function dialectOf(path: string): Dialect {
  if (path.startsWith('/crm/')) return 'crm';
  return path.startsWith('/oauth/') ? 'oauth' : 'v1';
}

/** Unknown addresses and methods are refused in the dialect of their prefix. */
export function handleNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    const failure = allowed.length
      ? new Failure(405, 'method_not_allowed', {
          detail: `${request.method} is not allowed here; allowed: ${allowed.join(', ')}.`,
        })
      : new Failure(404, 'not_found', { detail: 'There is nothing at this address.' });
    if (allowed.length) reply.header('allow', allowed.join(', '));
    return sendFailure(reply, failure, app.formatters[dialectOf(path)]);
  });
  app.setErrorHandler((error, request, reply) => {
    const failure = toFailure(error);
    if (failure.status === 500) request.log.error({ err: error }, 'request failed');
    return sendFailure(reply, failure, app.formatters[dialectOf(request.url)]);
  });
}
