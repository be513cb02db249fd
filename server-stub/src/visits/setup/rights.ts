import { loadAccess, type Access } from '../../identity/index.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Db } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';

/** Whether somebody may set up the integration. */
export const managesTracking = (access: Access): boolean => access.has('manage_visitor_tracking');

/** @throws Failure forbidden when the profile may not set up the tracking of visitors */
export async function requireSetup(db: Db, principal: Principal): Promise<Access> {
  const access = await loadAccess(db, principal);
  if (!managesTracking(access))
    throw new Failure(403, 'forbidden', {
      detail: 'Your profile does not allow to set up the tracking of visitors.',
    });
  return access;
}
