import type { Party } from '../platform/auth/principal.js';
import { may } from '../platform/auth/principal.js';
import type { Db } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { findConversation, type ConversationRow } from './conversations.js';

/** Users with this right take chats and read conversations. */
export const ATTEND = 'Chat.attend';

/** Whether somebody may read a conversation: the visitor it is with, or who attends chats. */
export function mayRead(party: Party, conversation: ConversationRow): boolean {
  return party.kind === 'visitor' ? conversation.visitor_id === party.visitorId : may(party, ATTEND);
}

/** The conversation, if the party may see it. @throws Failure 403, 404 */
export async function openConversation(db: Db, party: Party, id: string): Promise<ConversationRow> {
  if (party.kind === 'user' && !may(party, ATTEND))
    throw new Failure(403, 'forbidden', { detail: 'Your profile does not allow this.' });
  const conversation = await findConversation(db, party.orgId, id);
  if (!conversation || !mayRead(party, conversation))
    throw new Failure(404, 'not_found', { detail: 'There is no such conversation.' });
  return conversation;
}
