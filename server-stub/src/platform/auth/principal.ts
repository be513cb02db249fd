import type { Visitor } from './visitor-tokens.js';

/** Who makes a request. */
export interface Principal {
  orgId: string;
  userId: string;
  scopes: string[];
  expiresAt: Date;
  /** Grows when the rights of anybody in the organization change: what was read before then is stale. */
  rightsRevision: number;
}

/** Either side of a conversation. */
export type Party = ({ kind: 'user' } & Principal) | ({ kind: 'visitor' } & Visitor);

declare module 'fastify' {
  interface FastifyRequest {
    /** On routes with `security: 'token'`. */
    principal: Principal;
    /** On routes with `security: 'visitor'` or `'party'`. */
    party: Party;
  }
}
