import { PORTALS_PER_ORGANIZATION, type PortalInput } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { checkUsers, setPortalUsers } from './portal-users.js';

/** Changes what is given. @throws Failure not_found, invalid_input, limit_reached */
export async function changePortal(
  tx: Tx,
  orgId: string,
  portalId: string,
  changes: Partial<PortalInput>,
): Promise<void> {
  await checkPortalUsers(tx, orgId, changes);
  if (changes.associated) await checkRoom(tx, orgId, portalId);
  const { rows } = await sql`
    update portal set revision = revision + 1, name = coalesce(${changes.name?.trim() ?? null}, name),
      push_as = coalesce(${changes.push_as ?? null}, push_as), assign_to = coalesce(${changes.assign_to ?? null}, assign_to),
      assigned_user_id = coalesce(${changes.assigned_user_id ?? null}::bigint, assigned_user_id),
      visitor_notifications = coalesce(${changes.visitor_notifications ?? null}, visitor_notifications),
      missed_chat_seconds = coalesce(${changes.missed_chat_seconds ?? null}, missed_chat_seconds),
      enabled = coalesce(${changes.enabled ?? null}, enabled), associated = coalesce(${changes.associated ?? null}, associated)
    where org_id = ${orgId} and id = ${portalId} returning 1`.execute(tx);
  if (rows.length === 0) throw new Failure(404, 'not_found', { detail: 'There is no such portal.' });
  if (changes.user_ids) await setPortalUsers(tx, orgId, portalId, changes.user_ids);
}

/** @throws Failure invalid_input */
export async function checkPortalUsers(tx: Tx, orgId: string, input: Partial<PortalInput>): Promise<void> {
  if (input.assigned_user_id !== undefined)
    await checkUsers(tx, orgId, [input.assigned_user_id], '/assigned_user_id');
  if (input.user_ids) await checkUsers(tx, orgId, input.user_ids, '/user_ids');
}

async function checkRoom(tx: Tx, orgId: string, portalId: string): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from portal where org_id = ${orgId} and associated and id <> ${portalId}`.execute(
    tx,
  );
  if ((rows[0]?.count ?? 0) >= PORTALS_PER_ORGANIZATION) throw organizationLimit();
}

export const organizationLimit = (): Failure =>
  new Failure(409, 'limit_reached', {
    detail: `An organization associates at most ${PORTALS_PER_ORGANIZATION} portals with its CRM.`,
  });
