import { VISITOR_TOKEN_SECONDS } from '@crm-elements/contract';
import type { Secrets } from '../secrets/index.js';

/** The visitor of a page: may do nothing but speak for themselves. */
export interface Visitor {
  orgId: string;
  portalId: string;
  visitorId: string;
  visitId: string;
  /** Site that the token was made for. */
  origin: string;
  expiresAt: Date;
}

/** Signed tokens that need no table: a visitor has no rights to take away. */
export interface VisitorTokens {
  issue(visitor: Omit<Visitor, 'expiresAt'>): string;
  read(token: string): Visitor | undefined;
}

const PREFIX = 'visitor.';
const PURPOSE = 'visitor token';

export function createVisitorTokens(secrets: Secrets): VisitorTokens {
  return {
    issue(visitor) {
      const expiresAt = new Date(Date.now() + VISITOR_TOKEN_SECONDS * 1000);
      const body = Buffer.from(JSON.stringify({ ...visitor, expiresAt })).toString('base64url');
      return `${PREFIX}${body}.${secrets.sign(body, PURPOSE)}`;
    },
    read(token) {
      if (!token.startsWith(PREFIX)) return undefined;
      const [body = '', ...signature] = token.slice(PREFIX.length).split('.');
      if (!secrets.verify(body, signature.join('.'), PURPOSE)) return undefined;
      const visitor = JSON.parse(Buffer.from(body, 'base64url').toString()) as Visitor;
      visitor.expiresAt = new Date(visitor.expiresAt);
      return visitor.expiresAt > new Date() ? visitor : undefined;
    },
  };
}
