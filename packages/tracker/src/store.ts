import { attempt } from './guard.js';

type Strings = Record<string, string | undefined>;

/** Strings under a prefix of localStorage; memory where storage is denied or full. */
export interface Store {
  read(key: string): string | undefined;
  /** `volatile` keeps the value in memory. */
  write(key: string, value: string, volatile?: boolean): void;
  remove(key: string): void;
  keys(): string[];
}

export const createStore = (prefix: string): Store => {
  const memory: Strings = {};
  // Even to look at `localStorage` may throw. Its items are properties, like those of an object.
  const storage = attempt(() => localStorage as Storage & Strings) ?? memory;
  return {
    read: (key) => memory[prefix + key] ?? storage[prefix + key],
    write(key, value, volatile) {
      memory[prefix + key] = value;
      attempt(() => {
        if (volatile || storage === memory) return;
        storage[prefix + key] = value;
        delete memory[prefix + key];
      });
    },
    remove(key) {
      delete memory[prefix + key];
      delete storage[prefix + key];
    },
    keys: () =>
      Object.keys({ ...storage, ...memory })
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
};
