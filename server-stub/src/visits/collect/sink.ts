import type { CollectCommand } from '@crm-elements/contract';
import { isUnavailable } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import type { Arrival } from './fold.js';

/** What is known once the events are durable. */
export interface Receipt {
  visitorId: string;
  visitId: string;
  /** What the page is asked to do. */
  commands: CollectCommand[];
}

/** Where accepted events go. The promise is kept after the commit; the second store of the plan fits here. */
export interface EventSink {
  append(arrival: Arrival): Promise<Receipt>;
  close(): Promise<void>;
}

type Write = (arrivals: Arrival[]) => Promise<Receipt[]>;

interface Waiting {
  arrival: Arrival;
  resolve(receipt: Receipt): void;
  reject(error: unknown): void;
}

const MAX_BATCH_EVENTS = 2_000;
const MAX_WAITING = 20_000;

/**
 * Group commit: whatever arrives while a batch is being written is the next batch. A lone request
 * waits for nothing, a busy server writes hundreds in one transaction.
 */
export function createGroupCommit(write: Write): EventSink {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  function takeBatch(): Waiting[] {
    let events = 0;
    let size = 0;
    for (const { arrival } of waiting) {
      events += arrival.events.length;
      if (size > 0 && events > MAX_BATCH_EVENTS) break;
      size++;
    }
    const batch = waiting.slice(0, size);
    waiting = waiting.slice(size);
    return batch;
  }

  async function settle(batch: Waiting[]): Promise<void> {
    try {
      const receipts = await write(batch.map(({ arrival }) => arrival));
      receipts.forEach((receipt, index) => batch[index]?.resolve(receipt));
    } catch (error) {
      if (batch.length === 1 || isUnavailable(error)) {
        batch.forEach(({ reject }) => reject(error));
        return;
      }
      // One request that cannot be stored must not take the others with it.
      for (const one of batch) await settle([one]);
    }
  }

  async function drain(): Promise<void> {
    // Requests of the same turn of the event loop share a batch.
    await new Promise(setImmediate);
    while (waiting.length > 0) await settle(takeBatch());
    // In the same turn as the look at the queue: what comes next starts the next drain.
    writing = undefined;
  }

  return {
    append(arrival) {
      if (waiting.length >= MAX_WAITING) {
        return Promise.reject(
          new Failure(503, 'unavailable', {
            detail: 'Too many events are waiting; try again shortly.',
            retryAfter: 2,
          }),
        );
      }
      return new Promise((resolve, reject) => {
        waiting.push({ arrival, resolve, reject });
        writing ??= drain();
      });
    },
    async close() {
      while (writing) await writing;
    },
  };
}
