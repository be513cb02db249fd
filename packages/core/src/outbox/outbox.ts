import { CrmError } from '../errors.js';
import { Store, type Readable } from '../stores/store.js';
import type { OutboxEntry, Storage } from './storage.js';

export type { OutboxEntry } from './storage.js';

/** Sends one entry; resolves when the server has confirmed it. @throws {CrmError} */
export type SendEntry = (entry: OutboxEntry) => Promise<void>;

/** The unsent writes of one topic, in order, shared by all tabs. */
export interface Outbox {
  readonly entries: Readable<readonly OutboxEntry[]>;
  /** Resolves when the entry is stored; from then on it survives the page. */
  add(id: string, payload: unknown): Promise<void>;
  /** Tries what waits, now. */
  flush(): void;
  /** Tries a refused entry again. */
  retry(id: string): Promise<void>;
  discard(id: string): Promise<void>;
  close(): void;
}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 15_000;

interface Options {
  storage: Promise<Storage>;
  /** Name of what all tabs of this storage share. */
  name: string;
  topic: string;
  send: SendEntry;
}

/** One tab at a time; without locks each sends, and the server takes an id once. */
const alone = (name: string, work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work();

export function openOutbox({ storage, name, topic, send }: Options): Outbox {
  const entries = new Store<readonly OutboxEntry[]>([]);
  const key = `${name}/outbox/${topic}`;
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(key);
  let failures = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;
  let again = false;
  let closed = false;
  /** Time of the newest entry, ms. */
  let lastAt = 0;

  /** Later than all before it, though the clock stands still or is turned back: the order of sending hangs on it. */
  const nextTime = () => (lastAt = Math.max(Date.now(), lastAt + 1, (entries.value.at(-1)?.at ?? 0) + 1));

  const show = async () => {
    const listed = await (await storage).listOutbox(topic);
    if (!closed) entries.set(listed);
  };
  const changed = async () => {
    await show();
    channel?.postMessage('changed');
  };

  async function sendAll(): Promise<void> {
    const store = await storage;
    for (;;) {
      const next = (await store.listOutbox(topic)).find(({ refused }) => refused === undefined);
      if (!next || closed) return;
      try {
        await send(next);
        await store.removeOutbox(next.id);
        failures = 0;
      } catch (error) {
        if (!(error instanceof CrmError) || error.retryable || error.kind === 'unauthorized') throw error;
        await store.putOutbox({ ...next, refused: error.code });
      }
      await changed();
    }
  }

  /** What failed before says nothing about now. */
  function flush(): void {
    failures = 0;
    tryNow();
  }

  function tryNow(): void {
    clearTimeout(retryTimer);
    again = true;
    sending ??= (async () => {
      while (again && !closed) {
        again = false;
        try {
          await alone(key, sendAll);
        } catch {
          const delay = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures++);
          retryTimer = setTimeout(tryNow, delay * (0.5 + Math.random()));
        }
      }
      sending = undefined;
    })();
  }

  const write = async (entry: OutboxEntry) => {
    await (await storage).putOutbox(entry);
    await changed();
    tryNow();
  };

  if (channel) channel.onmessage = () => void show();
  addEventListener('online', flush);
  void show().then(() => entries.value.length > 0 && flush());

  return {
    entries,
    add: (id, payload) => write({ id, topic, payload, at: nextTime() }),
    flush,
    async retry(id) {
      const entry = (await (await storage).listOutbox(topic)).find((one) => one.id === id);
      if (!entry) return;
      const { payload, at } = entry;
      await write({ id, topic, payload, at });
    },
    async discard(id) {
      await (await storage).removeOutbox(id);
      await changed();
    },
    close() {
      closed = true;
      clearTimeout(retryTimer);
      channel?.close();
      removeEventListener('online', flush);
    },
  };
}
