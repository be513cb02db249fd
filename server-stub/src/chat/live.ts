import { CONVERSATIONS_ROOM, conversationRoom, type LiveChange } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../platform/db/database.js';
import type { Publication, StoredEvent } from '../platform/outbox/relay.js';
import { roomSequence, takeSequence } from '../platform/outbox/rooms.js';
import type { RoomHandler } from '../platform/realtime/realtime.js';
import { isOperator, mayRead } from './access.js';
import { findConversation } from './conversations.js';

/** Tells the operators' queue and each conversation's own room. */
export async function announceConversations(tx: Tx, events: StoredEvent[]): Promise<Publication[]> {
  const byOrg = new Map<string, Set<string>>();
  for (const { orgId, key } of events) byOrg.set(orgId, (byOrg.get(orgId) ?? new Set()).add(key));
  const publications: Publication[] = [];
  for (const [orgId, keys] of [...byOrg].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ids = [...keys].sort();
    const changes: LiveChange[] = ids.map((id) => ({ type: 'conversation.changed', id }));
    const from = await takeSequence(tx, orgId, CONVERSATIONS_ROOM, 1);
    publications.push({ orgId, event: { room: CONVERSATIONS_ROOM, from, seq: from + 1, changes } });
    const { rows } = await sql<{ id: string; rev: string }>`
      select id, rev from conversation where org_id = ${orgId} and id = any(${ids}::bigint[])`.execute(tx);
    for (const { id, rev } of rows) {
      const seq = Number(rev);
      publications.push({
        orgId,
        event: {
          room: conversationRoom(id),
          from: seq - 1,
          seq,
          changes: [{ type: 'conversation.changed', id }],
        },
      });
    }
  }
  return publications;
}

const PREFIX = conversationRoom('');
const idOf = (room: string) => room.slice(PREFIX.length);

/** The operators' queue, for those who attend chats; a conversation, for its two sides. */
export const chatRooms = (db: Db): RoomHandler => ({
  knows: (room) => room === CONVERSATIONS_ROOM || (room.startsWith(PREFIX) && /^\d{1,19}$/.test(idOf(room))),
  async allows(party, room) {
    if (party.kind === 'user') return isOperator(db, party);
    if (room === CONVERSATIONS_ROOM) return false;
    const conversation = await findConversation(db, party.orgId, idOf(room));
    return conversation !== undefined && (await mayRead(db, party, conversation));
  },
  async sequence(orgId, room) {
    if (room === CONVERSATIONS_ROOM) return roomSequence(db, orgId, room);
    const conversation = await findConversation(db, orgId, idOf(room));
    return Number(conversation?.rev ?? 0);
  },
});
