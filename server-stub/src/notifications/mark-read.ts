import { notificationsRoom } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.js';
import { appendEvents } from '../platform/outbox/outbox.js';
import { roomSequence } from '../platform/outbox/rooms.js';
import { NOTIFICATIONS_READ } from './consumers.js';
import { tell } from './notify.js';
import { countUnread } from './read.js';

type Which = { ids: string[] } | { up_to: string };

/** Ids that one live event names; a reader of more reads the page again. */
const MAX_TOLD = 100;

/** Marks notifications of a user read; others' are left alone. */
export async function markRead(
  tx: Tx,
  user: { orgId: string; userId: string },
  which: Which,
): Promise<{ unread: number; seq: number }> {
  const { orgId, userId } = user;
  const room = notificationsRoom(userId);
  const chosen = 'ids' in which ? sql`id = any(${which.ids}::bigint[])` : sql`id <= ${which.up_to}`;
  const { rows } = await sql<{ id: string }>`
    update notification set read_at = now(), mail_due_at = null
    where org_id = ${orgId} and user_id = ${userId} and read_at is null and ${chosen} returning id`.execute(
    tx,
  );
  if (rows.length === 0)
    return { unread: await countUnread(tx, user), seq: await roomSequence(tx, orgId, room) };
  const { event } = await tell(
    tx,
    orgId,
    room,
    rows.slice(0, MAX_TOLD).map(({ id }) => id),
  );
  await appendEvents(tx, [{ orgId, topic: NOTIFICATIONS_READ, key: userId, payload: { event } }]);
  return { unread: await countUnread(tx, user), seq: event.seq };
}
