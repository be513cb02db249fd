import type { Conversation } from '@crm-elements/contract';

/** The queue as an operator looks at it. */
export interface QueueGroups {
  waiting: Conversation[];
  mine: Conversation[];
  others: Conversation[];
}

/** Oldest first in each group. @param me id of the operator, where it is known */
export function groupQueue(conversations: readonly Conversation[], me: string): QueueGroups {
  const isMine = ({ operator }: Conversation) => me !== '' && operator?.id === me;
  const taken = conversations.filter(({ state }) => state === 'active');
  return {
    waiting: conversations.filter(({ state }) => state === 'waiting'),
    mine: taken.filter(isMine),
    others: taken.filter((conversation) => !isMine(conversation)),
  };
}

/** Messages that no operator has read. */
export const unreadOf = ({ last_seq: last, read }: Conversation): number => Math.max(0, last - read.operator);
