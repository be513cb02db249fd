import type { ShownMessage } from '../conversation/conversation-state.js';

/** Messages of one side that follow each other closely: one name and one time for all. */
export interface MessageGroup {
  /** Id of its first message. */
  id: string;
  author: ShownMessage['author'];
  name: string | null;
  messages: ShownMessage[];
  /** It is the first of its day. */
  startsDay: boolean;
}

/** A pause that begins a new group, ms. */
const PAUSE = 300_000;

const dayOf = (at: string) => new Date(at).toDateString();

/** Puts messages into groups for drawing. */
export function groupMessages(messages: readonly ShownMessage[]): MessageGroup[] {
  const groups: MessageGroup[] = [];
  let before: ShownMessage | undefined;
  for (const message of messages) {
    const group = groups.at(-1);
    const isSameDay = before !== undefined && dayOf(before.at) === dayOf(message.at);
    const isClose = before !== undefined && Date.parse(message.at) - Date.parse(before.at) < PAUSE;
    if (group && isSameDay && isClose && group.author === message.author) group.messages.push(message);
    else {
      const { id, author, name } = message;
      groups.push({ id, author, name, messages: [message], startsDay: !isSameDay });
    }
    before = message;
  }
  return groups;
}
