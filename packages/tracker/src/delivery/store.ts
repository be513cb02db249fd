import { attempt } from '../guard.js';

type Strings = Record<string, string | undefined>;

/** Values as JSON under a prefix of localStorage; memory where storage is denied or full. */
export interface Store {
  /** Undefined where there is nothing that can be read. */
  read(key: string): unknown;
  /** `volatile` keeps the value in memory. */
  write(key: string, value: unknown, volatile?: boolean): void;
  remove(key: string): void;
  keys(): string[];
}

export const createStore = (prefix: string): Store => {
  const memory: Strings = {};
  // Even to look at `localStorage` may throw. Its items are properties, like those of an object.
  const storage = attempt(() => localStorage as unknown as Strings) ?? {};
  return {
    read: (key) =>
      attempt(() => JSON.parse(memory[prefix + key] ?? storage[prefix + key] ?? '{}') as unknown),
    write(key, value, volatile) {
      const json = (memory[prefix + key] = JSON.stringify(value));
      // What memory has goes before what is stored.
      if (!volatile && attempt(() => (storage[prefix + key] = json))) delete memory[prefix + key];
    },
    remove(key) {
      delete memory[prefix + key];
      delete storage[prefix + key];
    },
    keys: () =>
      [...Object.keys(memory), ...Object.keys(storage)]
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
};
