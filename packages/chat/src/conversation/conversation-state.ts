import type { Conversation, Message, MessagePage } from '@crm-elements/contract';
import type { OutboxEntry } from '@crm-elements/core';

/** How far a message that is shown has come. */
export type MessageStatus = 'sending' | 'sent' | 'read' | 'failed';

/** Who writes and reads here. */
export type Side = 'visitor' | 'operator';

const otherSide = (side: Side): Side => (side === 'visitor' ? 'operator' : 'visitor');

export interface ShownMessage {
  /** Client-made id; stays the same from the first stroke of Enter on. */
  id: string;
  author: Message['author'];
  name: string | null;
  text: string;
  at: string;
  status: MessageStatus;
  /** Code of the refusal of a failed one. */
  refused?: string | undefined;
}

export interface ConversationState {
  conversation: Conversation | undefined;
  /** Confirmed messages in order, without a gap. */
  messages: readonly Message[];
  /** Own ones that are stored, but whose predecessors have not been read yet. */
  ahead: readonly Message[];
  /** Unsent ones, in the order in which they were written. */
  pending: readonly OutboxEntry[];
  /** The other side is writing. */
  typing: boolean;
}

export type ConversationChange =
  | { type: 'read'; page: MessagePage }
  | { type: 'conversation'; conversation: Conversation }
  | { type: 'sent'; message: Message }
  | { type: 'pending'; entries: readonly OutboxEntry[] }
  | { type: 'typing'; on: boolean };

export const noConversation: ConversationState = {
  conversation: undefined,
  messages: [],
  ahead: [],
  pending: [],
  typing: false,
};

/** Adds messages in their places; only those that follow without a gap, the rest is read again. */
function addMessages(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  const next = [...known];
  for (const message of [...more].sort((a, b) => a.seq - b.seq)) {
    if (message.seq === (next.at(-1)?.seq ?? 0) + 1) next.push(message);
  }
  return next.length === known.length ? known : next;
}

/** Messages in their places, those ahead among them as soon as the gap before them is closed. */
function takeIn({ messages: known, ahead }: ConversationState, more: readonly Message[]) {
  const messages = addMessages(known, [...more, ...ahead]);
  const last = messages.at(-1)?.seq ?? 0;
  return { messages, ahead: ahead.filter(({ seq }) => seq > last) };
}

/** The newer of two; answers may overtake each other. */
function newer(known: Conversation | undefined, told: Conversation): Conversation {
  return known?.id === told.id && known.rev > told.rev ? known : told;
}

export function reduceConversation(state: ConversationState, change: ConversationChange): ConversationState {
  switch (change.type) {
    case 'read': {
      const { messages, ahead } = takeIn(state, change.page.data);
      return {
        ...state,
        conversation: newer(state.conversation, change.page.conversation),
        messages,
        ahead,
        typing: state.typing && messages === state.messages,
      };
    }
    case 'conversation':
      return { ...state, conversation: newer(state.conversation, change.conversation) };
    case 'sent':
      return { ...state, ...takeIn({ ...state, ahead: [...state.ahead, change.message] }, []) };
    case 'pending':
      return { ...state, pending: change.entries };
    case 'typing':
      return { ...state, typing: change.on };
  }
}

interface Draft {
  text: string;
}

/** How many messages of the other side one has not read. */
export function unreadCount({ conversation, messages }: ConversationState, side: Side): number {
  const read = conversation?.read[side] ?? 0;
  return messages.filter(({ author, seq }) => author === otherSide(side) && seq > read).length;
}

/** Confirmed messages, then the unsent ones; one that is both is confirmed. */
export function shownMessages(
  { conversation, messages: inPlace, ahead, pending }: ConversationState,
  author: Side,
): ShownMessage[] {
  const messages = [...inPlace, ...ahead];
  const read = conversation?.read[otherSide(author)] ?? 0;
  const confirmed = new Set(messages.map((message) => message.client_id));
  return [
    ...messages.map(({ client_id: id, seq, author: by, name, text, at }): ShownMessage => ({
      id,
      author: by,
      name,
      text,
      at,
      status: seq <= read ? 'read' : 'sent',
    })),
    ...pending
      .filter(({ id }) => !confirmed.has(id))
      .map(({ id, payload, at, refused }): ShownMessage => ({
        id,
        author,
        name: null,
        text: (payload as Draft).text,
        at: new Date(at).toISOString(),
        status: refused === undefined ? 'sending' : 'failed',
        refused,
      })),
  ];
}
