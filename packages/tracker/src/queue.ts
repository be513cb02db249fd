import type { CollectAnswer } from '@crm-elements/contract';
import { backoff, retryAfter } from './backoff.js';
import { readBacklog } from './backlog.js';
import { batches } from './batches.js';
import { guard, later } from './guard.js';
import { isId } from './ids.js';
import type { Store } from './store.js';
import { post } from './transport.js';
import type { Entry } from './types.js';

/** An event of another tab may still be on its way for this long (ms). */
const IN_FLIGHT = 5_000;
/** No answer, or one that another attempt may better. */
const PASSING = /^(0|408|425|429|5..)$/;

export interface QueueOptions {
  readonly url: string;
  /** Name of the lock under which one tab sends the backlog. */
  readonly lock: string;
  readonly store: Store;
  /** Body of a request. */
  readonly encode: (entries: readonly Entry[]) => string;
  /** Takes the answer to the events of a visit. */
  readonly answered: (answer: CollectAnswer, visit: string | undefined) => void;
}

export interface Queue {
  /** Writes the entry ahead (engagement apart: its totals come again) and sends it in this tick, or after `wait` ms. */
  add(entry: Entry, wait?: number): void;
  /** Sends what waits. */
  flush(): void;
  /** Sends what earlier attempts and pages left. */
  drain(): void;
  /** Forgets what waits. */
  clear(): void;
}

/** Delivery: at least once from here, once after the server, which knows the ids. */
export const createQueue = ({ url, lock, store, encode, answered }: QueueOptions): Queue => {
  let pending: Entry[] = [];
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const moving = new Set<string>();

  /** False: the server is not to be reached now. */
  const send = async (batch: readonly Entry[]): Promise<boolean> => {
    let status = 0;
    let wait = 0;
    let answer: CollectAnswer | undefined;
    batch.forEach(({ e }) => moving.add(e.i));
    try {
      const response = await post(url, encode(batch));
      status = response.status;
      wait = retryAfter(response.headers.get('retry-after') ?? '');
      answer = (await response.json()) as CollectAnswer;
    } catch {
      // The status tells.
    }
    batch.forEach(({ e }) => moving.delete(e.i));
    if (PASSING.test(String(status))) {
      retry ??= later(drain, wait > 0 ? wait : backoff(++failures));
      return false;
    }
    failures = 0;
    // One bad event must not take the others with it.
    if (status > 399 && batch.length > 1) return sendAll(batch.map((entry) => [entry]));
    batch.forEach(({ e }) => store.remove(e.i));
    if (status < 300 && answer) guard(answered)(answer, batch[0]?.s);
    return true;
  };

  const sendAll = async (all: readonly Entry[][]): Promise<boolean> => {
    for (const batch of all) if (!(await send(batch))) return false;
    return true;
  };

  const sendBacklog = async (): Promise<void> => {
    const entries = readBacklog(store).filter(({ e }) => !moving.has(e.i));
    const ready = entries.filter(({ z }) => Math.abs(Date.now() - z) > IN_FLIGHT);
    if ((await sendAll(batches(ready))) && ready.length < entries.length) later(drain, IN_FLIGHT);
  };

  const drain = (): void => {
    clearTimeout(retry);
    retry = undefined;
    if (!store.keys().some(isId)) return;
    // Without locks (or where they are denied) two tabs may send the same: the server takes it once.
    const alone = async (): Promise<void> => {
      try {
        await navigator.locks.request(lock, sendBacklog);
      } catch {
        await sendBacklog();
      }
    };
    void alone();
  };

  const flush = (): void => {
    // While a retry is due, events wait in the store for it.
    if (!retry) batches(pending).forEach((batch) => void send(batch));
    pending = [];
  };

  return {
    add(entry, wait) {
      const { t, i } = entry.e;
      if (t !== 'g') store.write(i, JSON.stringify(entry), !entry.s);
      pending.push(entry);
      if (wait) later(flush, wait);
      else queueMicrotask(guard(flush));
    },
    flush,
    drain,
    clear() {
      pending = [];
    },
  };
};
