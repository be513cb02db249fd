import type { LiveEvent } from '@crm-elements/contract';
import { sql } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Tx } from '../db/database.js';
import type { Log } from '../log.js';
import { listen } from './listen.js';
import { OUTBOX_CHANNEL, type DomainEvent } from './outbox.js';

/** An event for the readers of a room in one organization. */
export interface Publication {
  orgId: string;
  event: LiveEvent;
}

export type StoredEvent = Required<Omit<DomainEvent, 'delaySeconds'>> & { id: string; attempts: number };

/** Handles events of a topic in the relay's transaction. May run again for the same event. */
export type Consumer = (tx: Tx, events: StoredEvent[]) => Promise<Publication[]>;

export interface Relay {
  on(topic: string, consumer: Consumer): void;
  start(): void;
  stop(): Promise<void>;
}

const BATCH = 2_000;
const POLL_MS = 500;
/** What comes while a batch is handled is gathered for so long: a busy relay hands on many at once. */
const GATHER_MS = 25;
/** Where so many come at once they are gathered for longer: a batch costs much, each of its events little. */
const MANY = 100;
const GATHER_MANY_MS = 200;
const MAX_DELAY_S = 3_600;

/** Hands events from the outbox to their consumers, on any number of nodes, at least once. */
export function createRelay(
  database: Database,
  publish: (publications: Publication[]) => void,
  log: Log,
): Relay {
  const consumers = new Map<string, Consumer[]>();
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<void> | undefined;
  let again = false;
  let stopListening: (() => Promise<void>) | undefined;

  const claim = (tx: Tx, limit: number) =>
    sql<StoredEvent>`
      delete from outbox where (org_id, id) in (
        select org_id, id from outbox where not_before <= now() order by not_before, id limit ${limit} for update skip locked)
      returning org_id as "orgId", id, topic, key, payload, attempts`
      .execute(tx)
      .then(({ rows }) => rows);

  async function consume(tx: Tx, events: StoredEvent[]): Promise<Publication[]> {
    const byTopic = groupByTopic(events);
    const publications: Publication[] = [];
    for (const [topic, group] of byTopic) {
      for (const consumer of consumers.get(topic) ?? []) publications.push(...(await consumer(tx, group)));
    }
    return publications;
  }

  async function runBatch(limit: number): Promise<number> {
    const { events, publications } = await database.transact(async (tx) => {
      const events = (await claim(tx, limit)).sort(byId);
      return { events, publications: await consume(tx, events) };
    });
    publish(publications);
    return events.length;
  }

  /** One event that cannot be handled must not hold up the others: it comes back later. */
  async function runOne(): Promise<number> {
    const done = await database.transact(async (tx) => {
      const [event] = await claim(tx, 1);
      if (!event) return { count: 0, publications: [] };
      await sql`savepoint one`.execute(tx);
      try {
        return { count: 1, publications: await consume(tx, [event]) };
      } catch (error) {
        await sql`rollback to savepoint one`.execute(tx);
        await putBack(tx, event);
        return { count: 1, publications: [], failed: { error, event } };
      }
    });
    publish(done.publications);
    if (done.failed) {
      const { error, event } = done.failed;
      log.error({ err: error, topic: event.topic, attempts: event.attempts + 1 }, 'event not handled');
    }
    return done.count;
  }

  async function drain(): Promise<void> {
    try {
      while (running) {
        const count = await runBatch(BATCH);
        if (count === 0) break;
        if (count >= MANY && count < BATCH) await wait(GATHER_MANY_MS);
      }
    } catch (error) {
      log.warn({ err: error }, 'outbox batch failed, going on one by one');
      for (let left = BATCH; running && left > 0 && (await runOne().catch(() => 0)) > 0; left--);
    }
  }

  function wake(): void {
    if (!running) return;
    if (work) {
      again = true;
      return;
    }
    again = false;
    work = drain()
      .then(() => (again && running ? wait(GATHER_MS) : undefined))
      .finally(() => {
        work = undefined;
        if (again) wake();
      });
  }

  return {
    on: (topic, consumer) => void consumers.set(topic, [...(consumers.get(topic) ?? []), consumer]),
    start() {
      running = true;
      timer = setInterval(wake, POLL_MS);
      stopListening = listen(database.pool, OUTBOX_CHANNEL, wake);
      wake();
    },
    async stop() {
      running = false;
      clearInterval(timer);
      await stopListening?.();
      await work;
    },
  };
}

async function putBack(tx: Tx, { orgId, id, topic, key, payload, attempts }: StoredEvent): Promise<void> {
  const delay = Math.min(MAX_DELAY_S, 2 ** attempts);
  await sql`
    insert into outbox (org_id, id, topic, key, payload, attempts, not_before)
    values (${orgId}, ${id}, ${topic}, ${key}, ${JSON.stringify(payload)}::jsonb, ${attempts + 1},
      now() + make_interval(secs => ${delay}))`.execute(tx);
}

/** Ids are decimal numbers: of two the longer one is greater. */
const byId = (a: StoredEvent, b: StoredEvent) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1);

function groupByTopic(events: StoredEvent[]): Map<string, StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const group = groups.get(event.topic);
    if (group) group.push(event);
    else groups.set(event.topic, [event]);
  }
  return groups;
}
