import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Db } from '../db/database.js';
import { Failure } from '../http/failure.js';
import type { Party, Principal } from './principal.js';
import { coversScope, scopeOf } from './scopes.js';
import { findToken, type StoredToken } from './tokens.js';
import type { VisitorTokens } from './visitor-tokens.js';

/** Whether the user of a token is there and active. */
export type Admits = (principal: Principal) => Promise<boolean>;

export interface Authenticator {
  /** @throws Failure 401 invalid token, 403 wrong scope */
  request(request: FastifyRequest, scopes: readonly string[]): Promise<Principal>;
  /** A user or a visitor. @throws Failure 401, 403 */
  party(request: FastifyRequest, kind: 'visitor' | 'party'): Promise<Party>;
  /** For a socket: the token comes in the handshake. Undefined when it is not in force. */
  token(token: string, headers: IncomingHttpHeaders): Promise<Party | undefined>;
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

/** A request that came through a proxy may come from anywhere: demo tokens do not hold for it. */
export const isForwarded = (headers: IncomingHttpHeaders): boolean =>
  forwarding.some((name) => name in headers);

/** An origin-bound token works from pages of its origin alone. */
function fitsOrigin(token: StoredToken, headers: IncomingHttpHeaders): boolean {
  if (!token.origin) return true;
  if (headers.origin) return headers.origin === token.origin;
  return headers['sec-fetch-site'] === 'same-origin' && new URL(token.origin).host === headers.host;
}

interface Options {
  db: Db;
  admits: Admits;
  visitorTokens: VisitorTokens;
  demoAllowed: boolean;
}

const invalid = () =>
  new Failure(401, 'unauthorized', { detail: 'The access token is missing, wrong or expired.' });

/** The token of a request. @throws Failure 401 when there is none */
export function bearer(request: FastifyRequest): string {
  const [, token] =
    /^(?:Zoho-oauthtoken|Bearer) +(\S{1,1024})$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!token) throw invalid();
  return token;
}

export function createAuthenticator({ db, admits, visitorTokens, demoAllowed }: Options): Authenticator {
  const visitorOf = (token: string, headers: IncomingHttpHeaders): Party | undefined => {
    const visitor = visitorTokens.read(token);
    if (!visitor || (headers.origin !== undefined && headers.origin !== visitor.origin)) return undefined;
    return { kind: 'visitor', ...visitor };
  };
  const principalOf = async (token: string, headers: IncomingHttpHeaders): Promise<Principal | undefined> => {
    const stored = await findToken(db, token);
    if (!stored || !fitsOrigin(stored, headers)) return undefined;
    if (stored.demo && (!demoAllowed || isForwarded(headers))) return undefined;
    const { orgId, userId, scope, expiresAt, rightsRevision } = stored;
    const principal = { orgId, userId, scopes: scope.split(','), expiresAt, rightsRevision };
    return (await admits(principal)) ? principal : undefined;
  };
  const partyOf = async (token: string, headers: IncomingHttpHeaders): Promise<Party | undefined> => {
    const visitor = visitorOf(token, headers);
    if (visitor) return visitor;
    const principal = await principalOf(token, headers);
    return principal && { kind: 'user', ...principal };
  };
  return {
    token: partyOf,
    async request(request, scopes) {
      const principal = await principalOf(bearer(request), request.headers);
      if (!principal) throw invalid();
      const lacking = scopes
        .map((scope) => scopeOf(scope, request.params))
        .find((scope) => !coversScope(principal.scopes, scope));
      if (lacking) throw new Failure(403, 'forbidden', { detail: `The token lacks the scope ${lacking}.` });
      return principal;
    },
    async party(request, kind) {
      const party = await partyOf(bearer(request), request.headers);
      if (!party) throw invalid();
      if (kind === 'visitor' && party.kind !== 'visitor')
        throw new Failure(403, 'forbidden', { detail: 'This is for visitors.' });
      return party;
    },
  };
}
