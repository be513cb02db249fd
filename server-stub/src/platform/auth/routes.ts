import '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db } from '../db/database.js';
import { createRateLimit } from '../http/rate-limit.js';
import { serveRoute, type Answer } from '../http/serve-route.js';
import { isForwarded } from './authenticate.js';
import { exchange, revoke } from './tokens.js';

type Parameters = Record<string, string | undefined>;

interface Options {
  db: Db;
  /** Address that clients are told to use. */
  apiDomain: (request: FastifyRequest) => string;
  demoAllowed: boolean;
}

const refused = (error: string): Answer => ({ status: 200, body: { error } });

/** Parameters as multipart, urlencoded or query string. */
async function parameters(request: FastifyRequest): Promise<Parameters> {
  const fields: Parameters = {};
  if (request.isMultipart()) {
    for await (const part of request.parts({ limits: { files: 0, fields: 20, fieldSize: 1_024 } })) {
      if (part.type === 'field' && typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
  }
  const all = { ...(request.query as object), ...((request.body as object | null) ?? {}), ...fields };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => typeof value === 'string' && value.length <= 512),
  );
}

export function serveAuth(app: FastifyInstance, { db, apiDomain, demoAllowed }: Options): void {
  const failures = createRateLimit(60, 60, 'failed sign-ins from this address');

  serveRoute(app, 'POST /oauth/v2/token', async ({ request }) => {
    const given = await parameters(request);
    if (given.grant_type !== 'refresh_token')
      return refused(given.grant_type ? 'unsupported_grant_type' : 'invalid_request');
    if (given.origin !== undefined && !isOrigin(given.origin)) return refused('invalid_origin');
    const result = await exchange(db, {
      clientId: given.client_id ?? '',
      clientSecret: given.client_secret ?? '',
      refreshToken: given.refresh_token ?? '',
      origin: given.origin,
      demo: demoAllowed && !isForwarded(request.headers),
    });
    if (typeof result === 'string') {
      await failures(request.ip);
      return refused(result);
    }
    const { token, seconds, scope } = result;
    return {
      status: 200,
      body: {
        access_token: token,
        api_domain: apiDomain(request),
        token_type: 'Bearer',
        expires_in: seconds,
        scope,
      },
    };
  });

  serveRoute(app, 'POST /oauth/v2/token/revoke', async ({ request }) => {
    const { token } = await parameters(request);
    const done = token !== undefined && (await revoke(db, token));
    return done ? { status: 200, body: { status: 'success' } } : refused('invalid_token');
  });
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value);
}
