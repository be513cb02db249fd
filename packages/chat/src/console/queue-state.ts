import type { Conversation } from '@crm-elements/contract';

/** The chats of the organization, and who looks at them. */
export interface Queue {
  /** Id of the operator; empty until it is known. */
  me: string;
  chats: readonly Conversation[];
}

/** The queue as an operator looks at it. */
export interface QueueGroups {
  waiting: Conversation[];
  /** Nobody came in time; the newest first, as they are listed. */
  missed: Conversation[];
  mine: Conversation[];
  others: Conversation[];
}

/** Oldest first in each group, but for the missed ones. */
export function groupQueue({ me, chats }: Queue): QueueGroups {
  const isMine = ({ operator }: Conversation) => me !== '' && operator?.id === me;
  const taken = chats.filter(({ state }) => state === 'active');
  return {
    waiting: chats.filter(({ state }) => state === 'waiting'),
    missed: chats.filter(({ state }) => state === 'missed'),
    mine: taken.filter(isMine),
    others: taken.filter((conversation) => !isMine(conversation)),
  };
}

/** Messages that no operator has read. */
export const unreadOf = ({ last_seq: last, read }: Conversation): number => Math.max(0, last - read.operator);
