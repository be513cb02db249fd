import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Party, Principal } from '../platform/auth/principal.js';
import type { Visitor } from '../platform/auth/visitor-tokens.js';
import type { Database, Tx } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { nextId } from '../platform/ids.js';
import { appendEvents } from '../platform/outbox/outbox.js';
import { attendVisit, IDENTIFIED, putChatAction, takeInvitation } from '../visits/index.js';
import { findConversation, type ConversationRow } from './conversations.js';
import { appendMessage } from './messages.js';
import { missTime } from './missed/miss-time.js';
import { CONVERSATION_CHANGED, CONVERSATION_ENDED } from './topics.js';

interface Opening {
  clientId: string;
  name: string;
  email: string;
  text: string;
}

const found = (row: ConversationRow | undefined): ConversationRow => {
  if (!row) throw new Failure(404, 'not_found', { detail: 'There is no such conversation.' });
  return row;
};

/** Begins a conversation; name and e-mail make the visitor a lead or contact, VIS-34. What the
 * visitor was invited with is its first message. A repeat finds the first one. */
export function beginConversation(
  { transact }: Database,
  visitor: Visitor,
  opening: Opening,
): Promise<ConversationRow> {
  const { orgId, portalId, visitorId, visitId } = visitor;
  const [name, email] = [opening.name, opening.email].map((value) =>
    value.replaceAll('\0', '').toWellFormed(),
  );
  return transact(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into conversation (org_id, id, client_id, portal_id, visitor_id, visit_id, visitor_name, visitor_email, last_message, miss_at)
      values (${orgId}, ${nextId()}, ${opening.clientId}, ${portalId}, ${visitorId}, ${visitId}, ${name}, ${email}, '', ${missTime(sql`${orgId}::bigint`, sql`${portalId}::bigint`)})
      on conflict (org_id, client_id) do nothing returning id`.execute(tx);
    const fresh = rows[0];
    if (!fresh) return ownOpening(tx, visitor, opening.clientId);
    const invitation = await takeInvitation(tx, orgId, visitId);
    if (invitation)
      await appendMessage(tx, orgId, fresh.id, {
        ...invitation,
        clientId: randomUUID(),
        author: 'operator',
      });
    await appendMessage(tx, orgId, fresh.id, {
      clientId: opening.clientId,
      author: 'visitor',
      userId: null,
      text: opening.text,
    });
    await appendEvents(tx, [
      {
        orgId,
        topic: IDENTIFIED,
        key: visitId,
        payload: { visitorId, portalId, kind: 'chat', values: { name, email } },
      },
    ]);
    return found(await findConversation(tx, orgId, fresh.id));
  });
}

async function ownOpening(tx: Tx, { orgId, visitorId }: Visitor, clientId: string): Promise<ConversationRow> {
  const { rows } = await sql<{ id: string }>`
    select id from conversation where org_id = ${orgId} and client_id = ${clientId} and visitor_id = ${visitorId}`.execute(
    tx,
  );
  if (!rows[0]) throw new Failure(409, 'conflict', { detail: 'This id was used for another conversation.' });
  return found(await findConversation(tx, orgId, rows[0].id));
}

/** Tells both sides of a change that is not a message. */
export async function announceChange(tx: Tx, orgId: string, id: string): Promise<ConversationRow> {
  await sql`update conversation set rev = rev + 1 where org_id = ${orgId} and id = ${id}`.execute(tx);
  await appendEvents(tx, [{ orgId, topic: CONVERSATION_CHANGED, key: id }]);
  return found(await findConversation(tx, orgId, id));
}

/** Of the operators who accept at once, one wins; the others are told who. One that was missed is missed no more. */
export function acceptConversation(
  { transact }: Database,
  { orgId, userId }: Principal,
  id: string,
): Promise<ConversationRow> {
  return transact(async (tx) => {
    const { rows } = await sql<{ visit_id: string }>`
      update conversation set state = 'active', operator_id = ${userId}, accepted_at = now(), miss_at = null, missed_at = null
      where org_id = ${orgId} and id = ${id} and state in ('waiting', 'missed') returning visit_id`.execute(
      tx,
    );
    const won = rows[0];
    if (won) {
      await attendVisit(tx, orgId, won.visit_id, userId);
      return announceChange(tx, orgId, id);
    }
    const taken = found(await findConversation(tx, orgId, id));
    if (taken.state === 'active' && taken.operator_id === userId) return taken;
    if (taken.state === 'ended')
      throw new Failure(409, 'conversation_ended', { detail: 'This conversation has ended.' });
    throw new Failure(409, 'conflict', { detail: 'Somebody else has taken this conversation.' });
  });
}

/** Whoever has the portal of a conversation. */
export const portalOwner = sql`(
  select assigned_user_id from portal where portal.org_id = conversation.org_id and portal.id = portal_id)`;

interface Over {
  visit_id: string;
  user_id: string;
  action_id: string;
  created_at: Date;
  accepted_at: Date | null;
  missed_at: Date | null;
  ended_at: Date;
}

/** Ends a conversation, by either side; its time becomes an action of the visit. */
export function endConversation({ transact }: Database, party: Party, id: string): Promise<ConversationRow> {
  const { orgId } = party;
  return transact(async (tx) => {
    const { rows } = await sql<Over>`
      update conversation set state = 'ended', ended_at = now(), miss_at = null
      where org_id = ${orgId} and id = ${id} and state <> 'ended'
      returning visit_id, action_id, created_at, accepted_at, missed_at, ended_at, coalesce(operator_id, ${portalOwner}) as user_id`.execute(
      tx,
    );
    const over = rows[0];
    if (!over) return found(await findConversation(tx, orgId, id));
    const by = party.kind === 'user' ? 'operator' : 'visitor';
    await appendMessage(tx, orgId, id, {
      clientId: randomUUID(),
      author: 'system',
      userId: null,
      text: `ended_by_${by}`,
    });
    await putChatAction(tx, orgId, {
      id: over.action_id,
      visitId: over.visit_id,
      from: over.accepted_at ?? over.created_at,
      until: over.missed_at ?? over.ended_at,
      isAttended: over.accepted_at !== null,
    });
    await appendEvents(tx, [
      { orgId, topic: CONVERSATION_ENDED, key: id, payload: { userId: over.user_id } },
    ]);
    return announceChange(tx, orgId, id);
  });
}

/** Moves the read mark forward, never back. */
export function markRead(
  { transact }: Database,
  party: Party,
  id: string,
  seq: number,
): Promise<ConversationRow> {
  const { orgId } = party;
  const column = sql.raw(party.kind === 'user' ? 'read_by_operator' : 'read_by_visitor');
  return transact(async (tx) => {
    const { numAffectedRows } = await sql`
      update conversation set ${column} = least(${seq}, last_seq)
      where org_id = ${orgId} and id = ${id} and ${column} < least(${seq}, last_seq)`.execute(tx);
    return numAffectedRows ? announceChange(tx, orgId, id) : found(await findConversation(tx, orgId, id));
  });
}
