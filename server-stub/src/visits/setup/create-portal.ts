import type { PortalInput } from '@crm-elements/contract';
import { randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import { insertEmbedCode } from './embed-codes.js';
import { setPortalUsers } from './portal-users.js';

interface NewPortal {
  orgId: string;
  userId: string;
  input: PortalInput;
  /** Made from the name where none is given. */
  screenName?: string;
  publicKey?: string;
}

const slug = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, 30);

/** Writes a portal and its first code. @returns its id */
export async function createPortal(
  tx: Tx,
  { orgId, userId, input, screenName, publicKey }: NewPortal,
): Promise<string> {
  const id = nextId();
  await tx
    .insertInto('portal')
    .values({
      org_id: orgId,
      id,
      name: input.name.trim(),
      // Old codes of SalesIQ name a portal by it, whosever it is: it has to be one's own.
      screen_name: screenName ?? `${slug(input.name) || 'portal'}-${randomBytes(4).toString('hex')}`,
      enabled: input.enabled ?? true,
      associated: input.associated ?? true,
      created_by: userId,
      push_as: input.push_as ?? 'Leads',
      assign_to: input.assign_to ?? 'user',
      assigned_user_id: input.assigned_user_id ?? userId,
      visitor_notifications: input.visitor_notifications ?? true,
      missed_chat_seconds: input.missed_chat_seconds,
    })
    .execute();
  await setPortalUsers(tx, orgId, id, input.user_ids ?? [userId]);
  await insertEmbedCode(tx, orgId, id, {
    name: input.name.trim(),
    allowed_origins: input.allowed_origins,
    publicKey,
  });
  return id;
}
