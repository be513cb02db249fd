import type { Message, MessagePage } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findUsers } from '../identity/index.js';
import type { Party } from '../platform/auth/principal.js';
import type { Database, Db, Tx } from '../platform/db/database.js';
import { first } from '../platform/db/first.js';
import { Failure } from '../platform/http/failure.js';
import { appendEvents } from '../platform/outbox/outbox.js';
import { toConversation, type ConversationRow } from './conversations.js';
import { missTime } from './missed/miss-time.js';
import { CONVERSATION_CHANGED } from './topics.js';

interface MessageRow {
  seq: number;
  client_id: string;
  author: Message['author'];
  user_id: string | null;
  text: string;
  at: Date;
}

export interface Draft {
  clientId: string;
  author: Message['author'];
  userId: string | null;
  text: string;
}

const columns = sql`seq, client_id, author, user_id, text, at`;

/**
 * Adds a message in the next place of the conversation. The row of the conversation is locked until
 * the commit, so places are given in commit order and without a gap. A repeat finds the first one.
 */
export async function appendMessage(
  tx: Tx,
  orgId: string,
  conversationId: string,
  draft: Draft,
): Promise<MessageRow> {
  const { rows: locked } = await sql<{ state: string; last_seq: number }>`
    select state, last_seq from conversation where org_id = ${orgId} and id = ${conversationId} for update`.execute(
    tx,
  );
  const known = await sql<MessageRow>`
    select ${columns} from message where org_id = ${orgId} and conversation_id = ${conversationId} and client_id = ${draft.clientId}`.execute(
    tx,
  );
  if (known.rows[0]) return known.rows[0];
  if (locked[0]?.state === 'ended' && draft.author !== 'system') {
    throw new Failure(409, 'conversation_ended', { detail: 'This conversation has ended.' });
  }
  const seq = (locked[0]?.last_seq ?? 0) + 1;
  const text = draft.text.replaceAll('\0', '').toWellFormed();
  const { rows } = await sql<MessageRow>`
    insert into message (org_id, conversation_id, seq, client_id, author, user_id, text)
    values (${orgId}, ${conversationId}, ${seq}, ${draft.clientId}, ${draft.author}, ${draft.userId}, ${text}) returning ${columns}`.execute(
    tx,
  );
  // Whoever writes again waits again.
  const isRaised = draft.author === 'visitor' && locked[0]?.state === 'missed';
  const raised = sql`state = 'waiting', missed_at = null, miss_lease = null, miss_at = ${missTime(sql`conversation.org_id`, sql`portal_id`)},`;
  await sql`
    update conversation set ${isRaised ? raised : sql``} last_seq = ${seq}, last_message = ${text.slice(0, 200).toWellFormed()}, rev = rev + 1,
      read_by_visitor = case when ${draft.author} = 'visitor' then ${seq} else read_by_visitor end,
      read_by_operator = case when ${draft.author} = 'operator' then ${seq} else read_by_operator end
    where org_id = ${orgId} and id = ${conversationId}`.execute(tx);
  await appendEvents(tx, [{ orgId, topic: CONVERSATION_CHANGED, key: conversationId }]);
  return first(rows);
}

export async function sendMessage(
  database: Database,
  party: Party,
  conversation: ConversationRow,
  clientId: string,
  text: string,
): Promise<Message> {
  if (party.kind === 'user' && conversation.operator_id !== party.userId) {
    throw new Failure(409, 'conflict', { detail: 'Accept the conversation before you answer it.' });
  }
  const draft: Draft =
    party.kind === 'user'
      ? { clientId, author: 'operator', userId: party.userId, text }
      : { clientId, author: 'visitor', userId: null, text };
  const row = await database.transact((tx) => appendMessage(tx, party.orgId, conversation.id, draft));
  return first(await toMessages(database.db, party.orgId, conversation, [row]));
}

async function toMessages(
  db: Db,
  orgId: string,
  conversation: ConversationRow,
  rows: MessageRow[],
): Promise<Message[]> {
  const users = await findUsers(
    db,
    orgId,
    rows.flatMap((row) => row.user_id ?? []),
  );
  const nameOf = ({ author, user_id: id }: MessageRow) => {
    if (author === 'visitor') return conversation.visitor_name;
    return (id === null ? undefined : users.get(id)?.name) ?? null;
  };
  return rows.map((row) => ({
    seq: row.seq,
    client_id: row.client_id,
    author: row.author,
    name: nameOf(row),
    text: row.text,
    at: row.at.toISOString(),
  }));
}

/** Messages after a place, with the conversation as it is at least then. */
export async function readMessages(
  db: Db,
  orgId: string,
  conversation: ConversationRow,
  after: number,
  limit: number,
): Promise<MessagePage> {
  const { rows } = await sql<MessageRow>`
    select ${columns} from message where org_id = ${orgId} and conversation_id = ${conversation.id} and seq > ${after}
    order by seq limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  return {
    conversation: await toConversation(db, orgId, conversation),
    data: await toMessages(db, orgId, conversation, page),
    more: rows.length > limit,
  };
}
