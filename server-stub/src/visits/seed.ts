import type { Tx } from '../platform/db/database.js';
import { createPortal } from './setup/create-portal.js';
import { switchTracking } from './setup/tracking.js';

interface PortalSeed {
  orgId: string;
  /** Who created it: nobody creates two. */
  createdBy: string;
  assignedUserId: string;
  /** Who else is told of visitors. */
  userIds?: readonly string[];
  screenName: string;
  name: string;
  publicKey: string;
}

/** A portal that takes visits from every page of this machine. */
export async function seedPortal(tx: Tx, seed: PortalSeed): Promise<string> {
  const { orgId, createdBy, assignedUserId, userIds = [], name, screenName, publicKey } = seed;
  await switchTracking(tx, orgId, true);
  return createPortal(tx, {
    orgId,
    userId: createdBy,
    input: {
      name,
      push_as: 'Leads',
      assign_to: 'user',
      assigned_user_id: assignedUserId,
      user_ids: [assignedUserId, ...userIds],
      allowed_origins: ['loopback'],
    },
    screenName,
    publicKey,
  });
}
