import { createCrm } from '../../../packages/core/src/index.js';
import { openTalk } from '../talk.js';

/** What the driver finds in the page. */
export interface ChatPage {
  /** Writes so many messages, one right after the other; each is reported when it is kept. */
  write(count: number): void;
  isReady(): boolean;
  shown(): string[];
  vanished(): string[];
}

declare global {
  interface Window {
    chatPage: ChatPage;
    /** The driver's ear. */
    kept(text: string): Promise<void>;
  }
}

const asked = new URLSearchParams(location.search);
const ask = (name: string) => asked.get(name) ?? '';

const client = createCrm({
  baseUrl: ask('backend'),
  person: ask('visitor'),
  getToken: async () => (await fetch(`/token?visitor=${ask('visitor')}`)).text(),
});
// A page that was loaded again counts its texts anew.
const writer = `${ask('visitor')} at ${Math.round(performance.timeOrigin)}:`;
const talk = openTalk(client, ask('conversation'), 'visitor', writer);

window.chatPage = {
  write(count) {
    for (let left = count; left > 0; left--) void talk.submit().then((text) => window.kept(text));
  },
  isReady: () => talk.store.state.value.data !== undefined,
  shown: () => talk.shown(),
  vanished: () => [...talk.vanished],
};
