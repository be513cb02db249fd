import { textOf, toNamed, type ApiRow, type Named } from '../shared/named.js';

export interface Role extends Named {
  description: string;
  /** The role above; null for the one at the top. */
  reportsTo: string | null;
  sharesWithPeers: boolean;
}

export const toRole = (row: ApiRow): Role => ({
  id: textOf(row.id),
  name: textOf(row.display_label) || textOf(row.name),
  description: textOf(row.description),
  reportsTo: toNamed(row.reporting_to)?.id ?? null,
  sharesWithPeers: row.share_with_peers === true,
});

/** Roles right below one; without one, those at the top. A role whose superior is unknown is at the top. */
export function rolesBelow(roles: readonly Role[], id: string | null): Role[] {
  const known = new Set(roles.map((role) => role.id));
  return roles.filter(({ reportsTo }) =>
    id === null ? reportsTo === null || !known.has(reportsTo) : reportsTo === id,
  );
}

/** A role and everything below it: what it cannot be moved under. */
export function branchOf(roles: readonly Role[], id: string): Set<string> {
  const branch = new Set([id]);
  // A set is walked to its end, what is added on the way too.
  for (const above of branch) for (const role of rolesBelow(roles, above)) branch.add(role.id);
  return branch;
}
