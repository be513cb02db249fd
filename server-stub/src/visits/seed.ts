import type { Tx } from '../platform/db/database.js';
import { nextId } from '../platform/ids.js';

interface PortalSeed {
  orgId: string;
  assignedUserId: string;
  screenName: string;
  name: string;
  publicKey: string;
}

/** A portal that takes visits from every page of this machine. */
export async function seedPortal(tx: Tx, seed: PortalSeed): Promise<string> {
  const id = nextId();
  await tx
    .insertInto('portal')
    .values({
      org_id: seed.orgId,
      id,
      screen_name: seed.screenName,
      name: seed.name,
      public_key: seed.publicKey,
      enabled: true,
      allowed_origins: ['loopback'],
      push_as: 'Leads',
      assigned_user_id: seed.assignedUserId,
      revision: 1,
    })
    .execute();
  return id;
}
