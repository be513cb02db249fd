import type { Permission } from './profile.js';

/** What is to be changed: ids of permissions and whether they are to be given. Nothing in it is so already. */
export type PermissionDraft = ReadonlyMap<string, boolean>;

export const isGiven = ({ id, isEnabled }: Permission, draft: PermissionDraft): boolean =>
  draft.get(id) ?? isEnabled;

/**
 * Gives or takes a permission. What it needs is given with it; what needs it goes with it.
 */
export function setPermission(
  permissions: readonly Permission[],
  draft: PermissionDraft,
  id: string,
  isWanted: boolean,
): PermissionDraft {
  const next = new Map(draft);
  for (const permission of isWanted ? needed(permissions, id) : dependent(permissions, id)) {
    if (permission.isEnabled === isWanted) next.delete(permission.id);
    else next.set(permission.id, isWanted);
  }
  return next;
}

/** A permission and all that it needs. */
function needed(permissions: readonly Permission[], id: string): Permission[] {
  const ids = new Set([id]);
  // A set is walked to its end, what is added on the way too.
  for (const one of ids)
    for (const parent of permissions.find((permission) => permission.id === one)?.parents ?? [])
      ids.add(parent);
  return permissions.filter((permission) => ids.has(permission.id));
}

/** A permission and all that need it. */
function dependent(permissions: readonly Permission[], id: string): Permission[] {
  const ids = new Set([id]);
  for (const one of ids)
    for (const permission of permissions) if (permission.parents.includes(one)) ids.add(permission.id);
  return permissions.filter((permission) => ids.has(permission.id));
}
