import type { Conversation } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import { findUsers } from '../identity/index.js';
import type { Db } from '../platform/db/database.js';
import { first } from '../platform/db/first.js';

export interface ConversationRow {
  id: string;
  state: Conversation['state'];
  rev: string;
  last_seq: number;
  last_message: string;
  visit_id: string;
  visitor_id: string;
  portal_id: string;
  portal_name: string;
  visitor_name: string | null;
  visitor_email: string | null;
  operator_id: string | null;
  read_by_visitor: number;
  read_by_operator: number;
  created_at: Date;
  accepted_at: Date | null;
  missed_at: Date | null;
  ended_at: Date | null;
}

/** Conversations as rows, always within one organization. */
export async function selectConversations(
  db: Db,
  orgId: string,
  where: RawBuilder<unknown>,
): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.id, c.state, c.rev, c.last_seq, c.last_message, c.visit_id, c.visitor_id, c.portal_id, p.name as portal_name,
      c.visitor_name, c.visitor_email, c.operator_id, c.read_by_visitor, c.read_by_operator, c.created_at, c.accepted_at, c.missed_at, c.ended_at
    from conversation c join portal p on p.org_id = c.org_id and p.id = c.portal_id
    where c.org_id = ${orgId} and ${where}`.execute(db);
  return rows;
}

export async function findConversation(
  db: Db,
  orgId: string,
  id: string,
): Promise<ConversationRow | undefined> {
  return (await selectConversations(db, orgId, sql`c.id = ${id}`))[0];
}

interface OngoingChat {
  id: string;
  state: Exclude<Conversation['state'], 'ended'>;
}

/** Conversations that are not over, by their visits. */
export async function ongoingChats(
  db: Db,
  orgId: string,
  visitIds: string[],
): Promise<Map<string, OngoingChat>> {
  if (visitIds.length === 0) return new Map();
  const { rows } = await sql<OngoingChat & { visit_id: string }>`
    select visit_id, id, state from conversation
    where org_id = ${orgId} and visit_id = any(${visitIds}::bigint[]) and state <> 'ended' order by id`.execute(
    db,
  );
  return new Map(rows.map(({ visit_id: visitId, ...chat }) => [visitId, chat]));
}

const instant = (time: Date | null) => time?.toISOString() ?? null;

/** As the API shows them. */
export async function toConversations(
  db: Db,
  orgId: string,
  rows: ConversationRow[],
): Promise<Conversation[]> {
  const users = await findUsers(
    db,
    orgId,
    rows.flatMap((row) => row.operator_id ?? []),
  );
  return rows.map((row) => {
    const operator = row.operator_id === null ? undefined : users.get(row.operator_id);
    return {
      id: row.id,
      state: row.state,
      rev: Number(row.rev),
      visit_id: row.visit_id,
      portal: { id: row.portal_id, name: row.portal_name },
      visitor: { name: row.visitor_name, email: row.visitor_email },
      operator: operator ? { id: operator.id, name: operator.name } : null,
      created_at: row.created_at.toISOString(),
      accepted_at: instant(row.accepted_at),
      missed_at: instant(row.missed_at),
      ended_at: instant(row.ended_at),
      read: { visitor: row.read_by_visitor, operator: row.read_by_operator },
      last_message: row.last_message,
      last_seq: row.last_seq,
    };
  });
}

export async function toConversation(db: Db, orgId: string, row: ConversationRow): Promise<Conversation> {
  return first(await toConversations(db, orgId, [row]));
}
