import { sql } from 'kysely';
import { findUsers } from '../identity/index.js';
import type { Tx } from '../platform/db/database.js';
import { nextId } from '../platform/ids.js';
import { appendEvents } from '../platform/outbox/outbox.js';
import { queueCommand } from './commands.js';
import { VISIT_CHANGED } from './topics.js';

const DAY_MS = 86_400_000;

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

/** A chat as an action of its visit. */
interface ChatAction {
  /** The same for each conversation, however often its end is told. */
  id: string;
  visitId: string;
  from: Date;
  until: Date;
  /** Somebody talked with the visitor: it counts as a chat session, VIS-85. */
  isAttended: boolean;
}

/** A chat that is over or missed is one of the actions of its visit, VIS-79, named by the page that it was on, VIS-80. */
export async function putChatAction(tx: Tx, orgId: string, action: ChatAction): Promise<void> {
  const { id, visitId, from, until, isAttended } = action;
  await sql`
    insert into visit_action (org_id, action_id, id, visit_id, kind, url, title, at, engaged_ms, scroll_depth, last_seen_at, left_at)
    values (${orgId}, ${id}, ${nextId()}, ${visitId}, ${isAttended ? 'chat' : 'missed_chat'}, '', (
        select coalesce(nullif(title, ''), url) from visit_action
        where org_id = ${orgId} and visit_id = ${visitId} and kind = 'page' and url is not null order by id desc limit 1
      ), ${from}, ${Math.min(until.getTime() - from.getTime(), DAY_MS)}, 0, ${until}, ${until})
    on conflict (org_id, action_id) do update set kind = excluded.kind, at = excluded.at, engaged_ms = excluded.engaged_ms,
      last_seen_at = excluded.last_seen_at, left_at = excluded.left_at`.execute(tx);
  await appendEvents(tx, [{ orgId, topic: VISIT_CHANGED, key: visitId }]);
}

/** Who missed a chat of a visit, VIS-148. */
export interface Attendants {
  /** Who attends the visit, else whoever has the portal. */
  owner: string;
  /** Those who were told of the visitor; where nobody was, the users of the portal. */
  others: string[];
}

/** Tells the page of a visit that nobody came, so that it may call back. @returns who should have come; undefined when the visit was deleted */
export async function missChat(
  tx: Tx,
  orgId: string,
  visitId: string,
  told: { name: string; email: string; text: string },
): Promise<Attendants | undefined> {
  await queueCommand(tx, orgId, visitId, { name: 'crm.missed', data: told }, null);
  const { rows } = await sql<{ owner: string; told: string[]; users: string[] }>`
    select coalesce(v.attended_by, p.assigned_user_id) as owner,
      array(select n.user_id::text from visitor_notice n where n.org_id = v.org_id and n.visit_id = v.id) as told,
      array(select u.user_id::text from portal_user u where u.org_id = p.org_id and u.portal_id = p.id) as users
    from visit v join portal p on p.org_id = v.org_id and p.id = v.portal_id
    where v.org_id = ${orgId} and v.id = ${visitId}`.execute(tx);
  const visit = rows[0];
  return visit && { owner: visit.owner, others: visit.told.length > 0 ? visit.told : visit.users };
}
