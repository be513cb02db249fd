import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A write that the server has not confirmed yet. */
export interface OutboxEntry {
  /** Client-made id of the write; the server takes it once. */
  id: string;
  /** What it belongs to; entries of one topic are sent one after the other. */
  topic: string;
  payload: unknown;
  /** When it was made, ms since 1970. */
  at: number;
  /** Code of the refusal, where sending it again unchanged cannot help. */
  refused?: string;
}

interface Schema extends DBSchema {
  snapshots: { key: string; value: { key: string; data: unknown; at: number } };
  outbox: { key: string; value: OutboxEntry; indexes: { topic: string } };
}

/** Where snapshots and unsent writes are kept; in memory where the browser denies a database. */
export interface Storage {
  readSnapshot(key: string): Promise<unknown>;
  writeSnapshot(key: string, data: unknown): Promise<void>;
  /** Entries of a topic, oldest first. */
  listOutbox(topic: string): Promise<OutboxEntry[]>;
  putOutbox(entry: OutboxEntry): Promise<void>;
  removeOutbox(id: string): Promise<void>;
  clear(): Promise<void>;
  /** Lets the database go; what is still written then opens it for that alone. */
  close(): void;
}

/** Kept this long at most, ms: seven days. */
const MAX_AGE = 7 * 86_400_000;

const byAge = (a: OutboxEntry, b: OutboxEntry) => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Keeps things as long as the page lives. */
export function memoryStorage(): Storage {
  const snapshots = new Map<string, unknown>();
  const outbox = new Map<string, OutboxEntry>();
  return {
    readSnapshot: async (key) => snapshots.get(key),
    writeSnapshot: async (key, data) => void snapshots.set(key, data),
    listOutbox: async (topic) => [...outbox.values()].filter((entry) => entry.topic === topic).sort(byAge),
    putOutbox: async (entry) => void outbox.set(entry.id, entry),
    removeOutbox: async (id) => void outbox.delete(id),
    clear: async () => {
      snapshots.clear();
      outbox.clear();
    },
    close: () => undefined,
  };
}

async function removeOld(db: IDBPDatabase<Schema>): Promise<void> {
  const oldest = Date.now() - MAX_AGE;
  const tx = db.transaction(['snapshots', 'outbox'], 'readwrite');
  for (const { key, at } of await tx.objectStore('snapshots').getAll())
    if (at < oldest) await tx.objectStore('snapshots').delete(key);
  for (const { id, at } of await tx.objectStore('outbox').getAll())
    if (at < oldest) await tx.objectStore('outbox').delete(id);
  await tx.done;
}

type Database = IDBPDatabase<Schema>;

function databaseStorage(db: Database, open: () => Promise<Database>): Storage {
  let isClosed = false;
  const use = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    if (!isClosed) return work(db);
    const late = await open();
    try {
      return await work(late);
    } finally {
      late.close();
    }
  };
  return {
    readSnapshot: (key) => use(async (own) => (await own.get('snapshots', key))?.data),
    writeSnapshot: (key, data) =>
      use(async (own) => {
        await own.put('snapshots', { key, data, at: Date.now() });
      }),
    listOutbox: (topic) =>
      use(async (own) => (await own.getAllFromIndex('outbox', 'topic', topic)).sort(byAge)),
    putOutbox: (entry) =>
      use(async (own) => {
        await own.put('outbox', entry);
      }),
    removeOutbox: (id) => use((own) => own.delete('outbox', id)),
    clear: () =>
      use(async (own) => {
        await own.clear('snapshots');
        await own.clear('outbox');
      }),
    close: () => {
      isClosed = true;
      db.close();
    },
  };
}

/** @param name database; one per backend and person, so that nobody sees another's data */
export async function openStorage(name: string): Promise<Storage> {
  const open = () =>
    openDB<Schema>(`crm-elements/${name}`, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('snapshots', { keyPath: 'key' });
        fresh.createObjectStore('outbox', { keyPath: 'id' }).createIndex('topic', 'topic');
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  try {
    const db = await open();
    await removeOld(db);
    return databaseStorage(db, open);
  } catch {
    return memoryStorage();
  }
}
