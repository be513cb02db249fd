/** A conversation has a new message, read mark or state. */
export const CONVERSATION_CHANGED = 'conversation.changed';
/** Both sides are done; the payload names the user who attended, or has the portal. */
export const CONVERSATION_ENDED = 'conversation.ended';
