import { loadAccess, type Access } from '../identity/index.js';
import type { Principal } from '../platform/auth/principal.js';
import type { Db } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';

/** @throws Failure forbidden when the profile may not manage automation */
export async function requireManager(db: Db, principal: Principal): Promise<Access> {
  const access = await loadAccess(db, principal);
  if (!access.has('manage_automation'))
    throw new Failure(403, 'forbidden', { detail: 'Your profile does not allow to manage automation.' });
  return access;
}
