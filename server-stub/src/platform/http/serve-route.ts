import { api, type Api, type RouteKey } from '@crm-elements/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Authenticator } from '../auth/authenticate.js';
import type { Party, Principal } from '../auth/principal.js';
import { anonymous } from './validation.js';
import { sendFailure, type Formatters } from './dialects.js';
import { toFailure } from './failure.js';

declare module 'fastify' {
  interface FastifyInstance {
    formatters: Formatters;
    authenticator: Authenticator;
  }
}

export type Call<K extends RouteKey> = Api[K]['input'] & {
  request: FastifyRequest;
  reply: FastifyReply;
  /** The signed-in user; only on routes with `security: 'token'`. */
  principal: Principal;
  /** User or visitor; only on routes with `security: 'visitor'` or `'party'`. */
  party: Party;
};

/** What a handler gives back: the status and the body of that status. */
export interface Answer {
  status: number;
  /** Sent as JSON, or, a stream or bytes, as its `content-type` says. */
  body?: unknown;
  headers?: Record<string, string>;
}

interface Extra {
  bodyLimit?: number;
}

/** The CRM data API has the same handlers in its versions 2 to 8. */
const inEveryVersion = (path: string) => path.replace(/^\/crm\/v8\//, '/crm/:version(^v[2-8]$)/');

/** Serves one route of the contract: validated, authorized, answered in its dialect. */
export function serveRoute<K extends RouteKey>(
  app: FastifyInstance,
  key: K,
  handle: (call: Call<K>) => Promise<Answer>,
  { bodyLimit }: Extra = {},
): void {
  const route = api[key] as (typeof api)[RouteKey] & {
    params?: object;
    query?: object;
    body?: object;
    scope?: string | readonly string[];
  };
  const scopes = [route.scope ?? []].flat();
  const [method = 'GET', path = '/'] = key.split(' ');
  const options: Omit<RouteOptions, 'url'> = {
    method: method,
    ...(bodyLimit !== undefined && { bodyLimit }),
    schema: {
      ...(route.params && { params: anonymous(route.params) }),
      ...(route.query && route.dialect !== 'oauth' && { querystring: anonymous(route.query) }),
      ...(route.body && { body: anonymous(route.body) }),
      response: Object.fromEntries(
        Object.entries(route.responses).flatMap(([status, schema]) =>
          schema && Number(status) < 300 ? [[status, anonymous(schema)]] : [],
        ),
      ),
    },
    errorHandler: (error, _request, reply) => {
      const failure = toFailure(error);
      if (failure.status === 500) reply.log.error({ err: error }, 'request failed');
      void sendFailure(reply, failure, app.formatters[route.dialect]);
    },
    onRequest: async (request) => {
      const { security } = route;
      if (security === 'token') request.principal = await app.authenticator.request(request, scopes);
      if (security === 'visitor' || security === 'party')
        request.party = await app.authenticator.party(request, security);
    },
    handler: async (request, reply) => {
      const call = {
        params: request.params,
        query: request.query,
        body: request.body,
        request,
        reply,
        principal: request.principal,
        party: request.party,
      };
      const { status, body, headers } = await handle(call as unknown as Call<K>);
      reply.code(status);
      if (body === undefined) return reply.send();
      return reply.headers({ 'content-type': 'application/json', ...headers }).send(body);
    },
  };
  app.route({ ...options, url: inEveryVersion(path) });
}
