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

/**
 * Loads the chat and puts it into the page, closed.
 *
 * @throws rejects where it cannot be loaded
 */
export const loadChat = async ({ src, label, ...ids }: Options): Promise<ChatWindow> => {
  await import(new URL('cdn/elements/chat.js', src).href);
  const chat = document.createElement('crm-chat') as ChatWindow;
  const { lang, dir } = label;
  Object.assign(chat, ids, { baseUrl: new URL(src).origin, lang, dir, popover: 'manual' });
  document.body.append(chat);
  return chat;
};
