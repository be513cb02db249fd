import { loadAccess } from '../identity/index.js';
import type { Party, Principal } from '../platform/auth/principal.js';
import type { Db } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { findConversation, type ConversationRow } from './conversations.js';

/** Whether a user takes chats: they read every conversation and answer those they accept. */
export async function isOperator(db: Db, user: Pick<Principal, 'orgId' | 'userId'>): Promise<boolean> {
  return (await loadAccess(db, user)).has('attend_chats');
}

/** @throws Failure 403 when a user does not take chats */
export async function checkOperator(db: Db, user: Principal): Promise<void> {
  if (!(await isOperator(db, user)))
    throw new Failure(403, 'forbidden', { detail: 'Your profile does not allow this.' });
}

/** Whether somebody may read a conversation: the visitor it is with, or an operator. */
export async function mayRead(db: Db, party: Party, conversation: ConversationRow): Promise<boolean> {
  return party.kind === 'visitor' ? conversation.visitor_id === party.visitorId : isOperator(db, party);
}

/** The conversation, if the party may see it. @throws Failure 403, 404 */
export async function openConversation(db: Db, party: Party, id: string): Promise<ConversationRow> {
  if (party.kind === 'user') await checkOperator(db, party);
  const conversation = await findConversation(db, party.orgId, id);
  if (!conversation || !(await mayRead(db, party, conversation)))
    throw new Failure(404, 'not_found', { detail: 'There is no such conversation.' });
  return conversation;
}
