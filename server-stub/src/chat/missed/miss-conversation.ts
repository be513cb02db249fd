import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import { missChat, putChatAction } from '../../visits/index.js';
import { announceChange, portalOwner } from '../lifecycle.js';
import { CONVERSATION_MISSED } from '../topics.js';
import { tellMissed } from './tell-missed.js';

/** A conversation whose time to be accepted is over. */
export interface Due {
  orgId: string;
  id: string;
  /** Number of the claim: it is void when the conversation was accepted or raised again since. */
  lease: string;
}

interface Missed {
  visit_id: string;
  user_id: string;
  action_id: string;
  visitor_name: string;
  visitor_email: string;
  last_message: string;
  created_at: Date;
  missed_at: Date;
}

/** Nobody came, VIS-148: the visitor, the operators, the page and whoever should have come are told, or nobody is. */
export function missConversation({ transact }: Database, { orgId, id, lease }: Due): Promise<void> {
  return transact(async (tx) => {
    const { rows } = await sql<Missed>`
      update conversation set state = 'missed', missed_at = now(), miss_at = null
      where org_id = ${orgId} and id = ${id} and state = 'waiting' and miss_lease = ${lease}
      returning visit_id, action_id, visitor_name, visitor_email, last_message, created_at, missed_at, ${portalOwner} as user_id`.execute(
      tx,
    );
    const missed = rows[0];
    if (!missed) return;
    const { visit_id: visitId, visitor_name: name, visitor_email: email, last_message: text } = missed;
    await putChatAction(tx, orgId, {
      id: missed.action_id,
      visitId,
      from: missed.created_at,
      until: missed.missed_at,
      isAttended: false,
    });
    const attendants = await missChat(tx, orgId, visitId, { name, email, text });
    if (attendants) await tellMissed(tx, orgId, { visitId, name }, attendants);
    await appendEvents(tx, [
      { orgId, topic: CONVERSATION_MISSED, key: id, payload: { userId: missed.user_id } },
    ]);
    await announceChange(tx, orgId, id);
  });
}
