import type { Side } from './conversation-state.js';

/** Elements that show the same conversation share one store. */
export const conversationKey = (side: Side, id: string): string => `conversation/${side}/${id}`;
