/** A conversation has a new message, read mark or state. */
export const CONVERSATION_CHANGED = 'conversation.changed';
