import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';

/** The wrong clock of one person, ms. */
export interface Clock {
  skew: number;
}

const clocks = new AsyncLocalStorage<Clock>();

/** Runs with this clock, and so does all that it sets going. */
export const withClock = <T>(clock: Clock, work: () => T): T => clocks.run(clock, work);

/** One holder of a name at a time, first come, first served. */
function createLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, work: () => Promise<T>): Promise<T> {
      const before = last.get(name) ?? Promise.resolve();
      const held = before.then(work, work);
      last.set(name, held);
      return held;
    },
  };
}

/** What the client code finds in a browser and not in Node: locks, window events, a clock of one's own. */
export function installStandIns(): void {
  const events = new EventTarget();
  // In a browser each of these people would have a window of their own.
  setMaxListeners(0, events);
  Object.defineProperty(globalThis, 'navigator', { value: { locks: createLocks() } });
  globalThis.addEventListener = events.addEventListener.bind(events) as typeof globalThis.addEventListener;
  globalThis.removeEventListener = events.removeEventListener.bind(
    events,
  ) as typeof globalThis.removeEventListener;
  const now = Date.now.bind(Date);
  Date.now = () => now() + (clocks.getStore()?.skew ?? 0);
}
