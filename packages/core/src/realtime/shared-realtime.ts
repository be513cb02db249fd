import type { LinkState, OnHint, OnTyping, Realtime } from './realtime.js';
import { Store } from '../stores/store.js';
import { openTabs, type Tabs } from './tabs.js';

type Message =
  | { t: 'lead' }
  | { t: 'want'; tab: string; rooms: string[] }
  | { t: 'hint'; room: string; seq: number }
  | { t: 'state'; state: LinkState }
  | { t: 'typing'; room: string; author: string }
  | { t: 'say'; room: string };

interface Listeners {
  hint: Set<OnHint>;
  typing: Set<OnTyping>;
}

/**
 * One link for all tabs of a browser: the leading tab holds it and tells the others what it hears.
 * When it goes, another takes over.
 */
export function shareRealtime(name: string, createLink: () => Realtime): Realtime {
  const tabs = openTabs(`crm-elements/${name}/link`);
  return tabs ? createShared(tabs, createLink) : createLink();
}

function createShared(tabs: Tabs, createLink: () => Realtime): Realtime {
  const state = new Store<LinkState>('idle');
  const rooms = new Map<string, Listeners>();
  /** Only in the leading tab. */
  let link: Realtime | undefined;
  const followers = new Map<string, Map<string, () => void>>();
  const own = new Map<string, () => void>();

  const post = (message: Message) => tabs.post(message);
  const hint = (room: string, seq: number) => rooms.get(room)?.hint.forEach((listener) => listener(seq));
  const typing = (room: string, author: string) =>
    rooms.get(room)?.typing.forEach((listener) => listener(author));

  const joinOwn = (room: string) => {
    if (link)
      own.set(
        room,
        link.join(
          room,
          (seq) => hint(room, seq),
          (author) => typing(room, author),
        ),
      );
  };

  function follow(tab: string, wanted: string[]): void {
    if (!link) return;
    if (!followers.has(tab)) tabs.onGone(tab, () => follow(tab, []));
    const joined = followers.get(tab) ?? new Map<string, () => void>();
    followers.set(tab, joined);
    for (const [room, leave] of joined) {
      if (wanted.includes(room)) continue;
      leave();
      joined.delete(room);
    }
    for (const room of wanted) {
      if (joined.has(room)) continue;
      joined.set(
        room,
        link.join(
          room,
          (seq) => post({ t: 'hint', room, seq }),
          (author) => post({ t: 'typing', room, author }),
        ),
      );
    }
  }

  const want = () => (link ? undefined : post({ t: 'want', tab: tabs.id, rooms: [...rooms.keys()] }));

  tabs.onMessage((data) => {
    const message = data as Message;
    if (message.t === 'lead') want();
    else if (message.t === 'want') follow(message.tab, message.rooms);
    else if (message.t === 'hint') hint(message.room, message.seq);
    else if (message.t === 'typing') typing(message.room, message.author);
    else if (message.t === 'say') link?.type(message.room);
    else if (!link) state.set(message.state);
  });

  tabs.lead(() => {
    const mine = (link = createLink());
    const tell = () => {
      state.set(mine.state.value);
      post({ t: 'state', state: mine.state.value });
    };
    mine.state.subscribe(tell);
    for (const room of rooms.keys()) joinOwn(room);
    tell();
    post({ t: 'lead' });
    return () => mine.close();
  });

  return {
    state,
    join(room, onHint, onTyping = () => undefined) {
      const known = rooms.get(room);
      const listeners = known ?? { hint: new Set(), typing: new Set() };
      rooms.set(room, listeners);
      listeners.hint.add(onHint);
      listeners.typing.add(onTyping);
      if (!known) joinOwn(room);
      // Known rooms too: the answer brings the newcomer the present sequence.
      want();
      return () => {
        listeners.hint.delete(onHint);
        listeners.typing.delete(onTyping);
        if (listeners.hint.size > 0 || rooms.get(room) !== listeners) return;
        rooms.delete(room);
        own.get(room)?.();
        own.delete(room);
        want();
      };
    },
    type: (room) => (link ? link.type(room) : post({ t: 'say', room })),
    close: () => tabs.close(),
  };
}
