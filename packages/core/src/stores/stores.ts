/** Something that runs while somebody watches it. */
export interface Running {
  /** Begins to load and to listen. @returns a function that ends both */
  start(): () => void;
}

interface Entry {
  source: Running;
  users: number;
  stop: (() => void) | undefined;
}

/** Shared stores by key: the same key is the same store, started by its first user. */
export interface Stores {
  /** @returns the store; call `release` when it is no longer used */
  use<T extends Running>(key: string, create: () => T): { source: T; release: () => void };
  close(): void;
}

export function createStores(): Stores {
  const entries = new Map<string, Entry>();

  const release = (key: string, entry: Entry) => {
    entry.users--;
    // An element that only moves in the page is disconnected and connected at once.
    setTimeout(() => {
      if (entry.users > 0 || entries.get(key) !== entry) return;
      entries.delete(key);
      entry.stop?.();
    });
  };

  return {
    use<T extends Running>(key: string, create: () => T) {
      const entry: Entry = entries.get(key) ?? { source: create(), users: 0, stop: undefined };
      entries.set(key, entry);
      entry.users++;
      entry.stop ??= entry.source.start();
      let released = false;
      return {
        source: entry.source as T,
        release: () => {
          if (!released) release(key, entry);
          released = true;
        },
      };
    },
    close() {
      for (const entry of entries.values()) entry.stop?.();
      entries.clear();
    },
  };
}
