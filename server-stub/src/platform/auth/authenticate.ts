import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Db } from '../db/database.js';
import { Failure } from '../http/failure.js';
import { hasScope, type Principal } from './principal.js';
import { findToken, type StoredToken } from './tokens.js';

/** Finds the rights of a user; undefined when the user is gone or inactive. */
export type LoadPermissions = (orgId: string, userId: string) => Promise<ReadonlySet<string> | undefined>;

export interface Authenticator {
  /** @throws Failure 401 invalid token, 403 wrong scope */
  request(request: FastifyRequest, scope: string | undefined): Promise<Principal>;
  /** For a socket: the token comes in the handshake. Undefined when it is not in force. */
  token(token: string, headers: IncomingHttpHeaders): Promise<Principal | undefined>;
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

/** A request that came through a proxy may come from anywhere: demo tokens do not hold for it. */
export const isForwarded = (headers: IncomingHttpHeaders): boolean => forwarding.some((name) => name in headers);

/** An origin-bound token works from pages of its origin alone. */
function fitsOrigin(token: StoredToken, headers: IncomingHttpHeaders): boolean {
  if (!token.origin) return true;
  if (headers.origin) return headers.origin === token.origin;
  return headers['sec-fetch-site'] === 'same-origin' && new URL(token.origin).host === headers.host;
}

export function createAuthenticator(db: Db, loadPermissions: LoadPermissions, demoAllowed: boolean): Authenticator {
  const principalOf = async (token: string, headers: IncomingHttpHeaders): Promise<Principal | undefined> => {
    const stored = await findToken(db, token);
    if (!stored || !fitsOrigin(stored, headers)) return undefined;
    if (stored.demo && (!demoAllowed || isForwarded(headers))) return undefined;
    const permissions = await loadPermissions(stored.orgId, stored.userId);
    if (!permissions) return undefined;
    return { orgId: stored.orgId, userId: stored.userId, scopes: stored.scope.split(','), permissions, expiresAt: stored.expiresAt };
  };
  return {
    token: principalOf,
    async request(request, scope) {
      const [, token] = /^(?:Zoho-oauthtoken|Bearer) +(\S{1,256})$/i.exec(request.headers.authorization ?? '') ?? [];
      const principal = token && (await principalOf(token, request.headers));
      if (!principal) throw new Failure(401, 'unauthorized', { detail: 'The access token is missing, wrong or expired.' });
      if (scope && !hasScope(principal, scope)) throw new Failure(403, 'forbidden', { detail: `The token lacks the scope ${scope}.` });
      return principal;
    },
  };
}
