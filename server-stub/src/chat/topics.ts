/** A conversation has a new message, read mark or state. */
export const CONVERSATION_CHANGED = 'conversation.changed';
/** Both sides are done; the payload names the user who attended, or has the portal. */
export const CONVERSATION_ENDED = 'conversation.ended';
/** Nobody has accepted it in time; the payload names the user who counts as having attended. */
export const CONVERSATION_MISSED = 'conversation.missed';
