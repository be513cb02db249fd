import type { CrmClient } from '../../packages/core/src/index.js';
import { shownMessages } from '../../packages/chat/src/conversation/conversation-state.js';
import { ConversationStore } from '../../packages/chat/src/conversation/conversation-store.js';

/** One side of one conversation, and what its window showed. */
export interface Talk {
  id: string;
  store: ConversationStore;
  /** Texts whose keeping was promised, in the order in which they were written. */
  submitted: string[];
  /** Writes the next message; resolves with its text when it is kept. */
  submit(): Promise<string>;
  /** Sequence of the last message shown. */
  seq(): number;
  isPending(text: string): boolean;
  /** Texts that were shown as sent. */
  shownAsSent: Set<string>;
  /** Texts that were kept and then, at some moment, not shown. */
  vanished: Set<string>;
  /** Texts of the window now, in order. */
  shown(): string[];
  stop(): void;
}

/** @param name begins each text, so that a text is written once in the whole run */
export function openTalk(client: CrmClient, id: string, side: 'visitor' | 'operator', name: string): Talk {
  const store = new ConversationStore(client, id, side);
  const stop = store.start();
  const submitted: string[] = [];
  const open = new Set<string>();
  const shownAsSent = new Set<string>();
  const vanished = new Set<string>();
  let written = 0;
  let seen = 0;
  const data = () => store.state.value.data;
  const pendingTexts = () => (data()?.pending ?? []).map(({ payload }) => (payload as { text: string }).text);
  const shownNow = () => {
    const value = data();
    return value ? shownMessages(value, side) : [];
  };

  function look(): void {
    const messages = data()?.messages ?? [];
    for (const { text } of messages.slice(seen)) {
      shownAsSent.add(text);
      open.delete(text);
    }
    seen = messages.length;
    if (open.size === 0) return;
    const now = new Map(
      shownNow()
        .slice(seen)
        .map(({ text, status }) => [text, status]),
    );
    for (const text of open) {
      if (!now.has(text)) vanished.add(text);
      if (['sent', 'read'].includes(now.get(text) ?? '')) shownAsSent.add(text);
    }
  }

  const unwatch = store.state.subscribe(look);
  return {
    id,
    store,
    submitted,
    async submit() {
      const text = `${name} ${++written}`;
      submitted.push(text);
      await store.send(text);
      if (!shownAsSent.has(text)) open.add(text);
      look();
      return text;
    },
    seq: () => data()?.messages.at(-1)?.seq ?? 0,
    isPending: (text) => pendingTexts().includes(text),
    shownAsSent,
    vanished,
    shown: () => shownNow().map(({ text }) => text),
    stop() {
      unwatch();
      stop();
    },
  };
}
