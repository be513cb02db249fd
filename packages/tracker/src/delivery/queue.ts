import type { CollectAnswer } from '@crm-elements/contract';
import { backoff } from './backoff.js';
import { readBacklog } from './backlog.js';
import { batches, encode } from './batches.js';
import { attempt, later } from '../guard.js';
import { request } from './transport.js';
import type { Core, Entry } from '../types.js';

/** An event of another tab may still be on its way for this long (ms). */
const IN_FLIGHT = 5_000;

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
export const createQueue = (core: Core): Queue => {
  const { store } = core;
  let pending: Entry[] = [];
  /** Since the last answer; at first one, for nobody has answered yet. */
  let failures = 1;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** Requests on the way. */
  let busy = 0;

  /** False: the server is not to be reached now. */
  const send = async (batch: readonly Entry[]): Promise<boolean> => {
    let status = 0;
    let wait = 0;
    let answer: CollectAnswer | undefined;
    busy++;
    try {
      const response = await fetch(core.url, { ...request(encode(core, batch)), keepalive: true });
      status = response.status;
      // Seconds; not a number where it is a date, which our server never sends.
      wait = +response.headers.get('retry-after')! * 1_000;
      answer = (await response.json()) as CollectAnswer;
    } catch {
      // The status tells.
    }
    busy--;
    // No answer, or one that another attempt may better.
    if (/^(0|408|429|5..)$/.test(`${status}`)) {
      retry ??= later(drain, wait || backoff(++failures));
      return false;
    }
    // One bad event must not take the others with it.
    if (status > 399 && batch[1]) return sendAll(batch.map((entry) => [entry]));
    batch.forEach(({ e }) => store.remove(e.i));
    if (failures) {
      // Who answers can have what earlier attempts and visits could not deliver.
      failures = 0;
      drain();
    }
    // An answer that comes after the visitor has refused must not be stored.
    attempt(() => core.view && core.answered?.(answer!, batch[0]?.s));
    return true;
  };

  const sendAll = async (all: readonly Entry[][]): Promise<boolean> => {
    for (const batch of all) if (!(await send(batch))) return false;
    return true;
  };

  const sendBacklog = async (): Promise<void> => {
    const entries = readBacklog(store);
    // What is on its way is left alone: of this tab, and very likely of another.
    const ready = entries.filter(({ z }) => !busy && Math.abs(Date.now() - z) > IN_FLIGHT);
    if ((await sendAll(batches(ready))) && ready.length < entries.length) later(drain, IN_FLIGHT);
  };

  const drain = (): void => {
    clearTimeout(retry);
    retry = undefined;
    if (!readBacklog(store)[0]) return;
    // Without locks, or where they are denied, two tabs may send the same: the server takes it once.
    const alone = attempt(() => navigator.locks.request(core.url, sendBacklog)) ?? sendBacklog();
    alone.catch(sendBacklog);
  };

  const flush = (): void => {
    // While a retry is due, events wait in the store for it.
    if (!retry) batches(pending).forEach(send);
    pending = [];
  };

  return {
    add(entry, wait) {
      const { t, i } = entry.e;
      if (t !== 'g') store.write(i, entry, !entry.s);
      pending.push(entry);
      if (wait) later(flush, wait);
      else queueMicrotask(flush);
    },
    flush,
    drain,
    clear() {
      pending = [];
    },
  };
};
