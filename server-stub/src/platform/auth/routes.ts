import '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../db/database.js';
import { createRateLimit } from '../http/rate-limit.js';
import { serveRoute, type Answer } from '../http/serve-route.js';
import { isForwarded } from './authenticate.js';
import { findClient } from './clients.js';
import { redeemCode } from './codes.js';
import { issueTokens, refreshAccess, revoke, type IssuedToken } from './tokens.js';

type Parameters = Record<string, string | undefined>;

interface Options {
  database: Database;
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

type Refusal = 'invalid_client' | 'invalid_code' | 'invalid_redirect_uri';
type Issued = IssuedToken & { refreshToken?: string };

export function serveAuth(app: FastifyInstance, { database, apiDomain, demoAllowed }: Options): void {
  const failures = createRateLimit(60, 60, 'failed sign-ins from this address');
  const { db, transact } = database;

  const grants: Record<string, (given: Parameters, demo: boolean) => Promise<Issued | Refusal>> = {
    refresh_token: (given, demo) =>
      refreshAccess(db, {
        clientId: given.client_id ?? '',
        clientSecret: given.client_secret ?? '',
        refreshToken: given.refresh_token ?? '',
        origin: given.origin,
        demo,
      }),
    async authorization_code(given, demo) {
      const client = await findClient(db, given.client_id ?? '', given.client_secret ?? '');
      if (!client) return 'invalid_client';
      return transact(async (tx) => {
        const grant = await redeemCode(tx, {
          clientId: client.id,
          code: given.code ?? '',
          redirectUri: given.redirect_uri,
          verifier: given.code_verifier,
          demo,
        });
        return typeof grant === 'string' ? grant : issueTokens(tx, grant);
      });
    },
  };

  serveRoute(app, 'POST /oauth/v2/token', async ({ request }) => {
    const given = await parameters(request);
    const grant = Object.hasOwn(grants, given.grant_type ?? '') && grants[given.grant_type ?? ''];
    if (!grant) return refused(given.grant_type ? 'unsupported_grant_type' : 'invalid_request');
    if (given.origin !== undefined && !isOrigin(given.origin)) return refused('invalid_origin');
    const result = await grant(given, demoAllowed && !isForwarded(request.headers));
    if (typeof result === 'string') {
      await failures(request.ip);
      return refused(result);
    }
    return {
      status: 200,
      body: {
        access_token: result.token,
        refresh_token: result.refreshToken,
        api_domain: apiDomain(request),
        token_type: 'Bearer',
        expires_in: result.seconds,
        scope: result.scope.replaceAll(',', ' '),
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
