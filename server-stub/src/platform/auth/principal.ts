/** Who makes a request, and what they may do. */
export interface Principal {
  orgId: string;
  userId: string;
  scopes: string[];
  /** Rights by profile: `Leads.view`, `Visits.view`, ...; `*` is everything. */
  permissions: ReadonlySet<string>;
  expiresAt: Date;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal;
  }
}

export function may(principal: Principal, permission: string): boolean {
  return principal.permissions.has('*') || principal.permissions.has(permission);
}

/** `ZohoCRM.modules.ALL` covers `ZohoCRM.modules.READ`, `ZohoCRM.modules.leads.READ` does not. */
export function hasScope(principal: Principal, needed: string): boolean {
  const parts = needed.split('.');
  const all = [...parts.slice(0, -1), 'ALL'].join('.');
  return principal.scopes.includes(needed) || principal.scopes.includes(all);
}
