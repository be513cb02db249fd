import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { findUsers } from '../identity/index.js';
import type { Tx } from '../platform/db/database.js';
import { nextId } from '../platform/ids.js';
import { appendEvents } from '../platform/outbox/outbox.js';
import { queueCommand } from './commands.js';
import { VISIT_CHANGED } from './topics.js';

/** The operator who took a chat becomes the visit's `Attended_By`, VIS-47; the page may call back when it hears. */
export async function attendVisit(tx: Tx, orgId: string, visitId: string, userId: string): Promise<void> {
  await sql`
    update visit set attended_by = ${userId}, taken_by = ${userId} where org_id = ${orgId} and id = ${visitId}`.execute(
    tx,
  );
  const user = (await findUsers(tx, orgId, [userId])).get(userId);
  const told = { name: 'crm.attended', data: { name: user?.name ?? '' } };
  await queueCommand(tx, orgId, visitId, told, userId);
  await appendEvents(tx, [{ orgId, topic: VISIT_CHANGED, key: visitId }]);
}

/** A routing rule makes a user attend a visit, unless somebody took it on already. */
export async function takeOn(tx: Tx, orgId: string, visitId: string, userId: string): Promise<void> {
  const { rows } = await sql`
    update visit set attended_by = ${userId}, taken_by = ${userId}
    where org_id = ${orgId} and id = ${visitId} and taken_by is null
    returning id`.execute(tx);
  if (rows.length > 0) await appendEvents(tx, [{ orgId, topic: VISIT_CHANGED, key: visitId }]);
}

/** A chat that is over is one of the actions of its visit, VIS-79, named by the page that it was on, VIS-80. */
export async function addChatAction(tx: Tx, orgId: string, visitId: string, seconds: number): Promise<void> {
  await sql`
    insert into visit_action (org_id, action_id, id, visit_id, kind, url, title, at, engaged_ms, scroll_depth, last_seen_at, left_at)
    values (${orgId}, ${randomUUID()}, ${nextId()}, ${visitId}, 'chat', '', (
        select coalesce(nullif(title, ''), url) from visit_action
        where org_id = ${orgId} and visit_id = ${visitId} and kind = 'page' and url is not null order by id desc limit 1
      ), now() - make_interval(secs => ${seconds}), ${Math.round(Math.min(seconds, 86_400) * 1000)}, 0, now(), now())`.execute(
    tx,
  );
  await appendEvents(tx, [{ orgId, topic: VISIT_CHANGED, key: visitId }]);
}
