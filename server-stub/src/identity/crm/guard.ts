import type { Principal } from '../../platform/auth/principal.js';
import type { Db } from '../../platform/db/database.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { loadAccess, type Access } from '../access.js';
import { generalPermissionName, type GeneralPermission } from '../permissions.js';

export const denied = (permission: GeneralPermission): CrmFailure =>
  new CrmFailure(403, 'NO_PERMISSION', 'permission denied', {
    permissions: [generalPermissionName(permission)],
  });

/** @throws CrmFailure NO_PERMISSION when the profile lacks the right */
export async function requirePermission(
  db: Db,
  principal: Principal,
  permission: GeneralPermission,
): Promise<Access> {
  const access = await loadAccess(db, principal);
  if (!access.has(permission)) throw denied(permission);
  return access;
}
