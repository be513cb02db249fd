import type { Label } from './labels.js';

/** What the launcher uses of `<crm-chat>`. */
export interface ChatWindow extends HTMLElement {
  open(): void;
  close(): void;
}

interface Options {
  /** Address of the script: the chat comes from the same place. */
  readonly src: string;
  readonly portal: string;
  readonly label: Label;
  /** Ids of the tracker; absent where the visitor has not agreed to any. */
  readonly visitor: string | undefined;
  readonly visit: string | undefined;
}

/** Puts the chat, which has been loaded, into the page, closed. */
export const createChat = ({ src, label, ...ids }: Options): ChatWindow => {
  const chat = document.createElement('crm-chat') as ChatWindow;
  const { lang, dir } = label;
  Object.assign(chat, ids, { baseUrl: new URL(src).origin, lang, dir, popover: 'manual' });
  document.body.append(chat);
  return chat;
};
