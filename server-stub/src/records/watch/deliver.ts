import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import { startWorker } from '../../platform/jobs/worker.js';
import { callBack, type Batch, type Telling } from './callback.js';
import type { Channel } from './channels.js';
import { watchedTopics } from './enqueue.js';

const POLL_MS = 250;
/** Longer than one callback may take. */
const LEASE = '30 seconds';
/** Channels that a node serves at the same time. */
const MAX_CHANNELS = 16;
const BATCH_ROWS = 100;
const MAX_BACKOFF_S = 300;
/** An event that its consumers refuse so often holds up no channel any more. */
const PATIENCE = 5;

interface Leased extends Channel {
  org_id: string;
  user_id: string;
  attempts: number;
  lease: string;
}

interface Waiting {
  id: string;
  batch: string | null;
  module: string;
  operation: string;
  record_id: string;
  changes: Batch['rows'][number]['changes'];
}

const held = ({ org_id, id, lease }: Leased) =>
  sql<boolean>`org_id = ${org_id} and id = ${id} and lease = ${lease}`;

async function lease({ db }: Database, most: number): Promise<Leased[]> {
  const { rows } = await sql<Leased>`
    update watch_channel set lease = ${nextId()}, due_at = now() + ${LEASE}::interval
    where (org_id, id) in (
      select org_id, id from watch_channel where due_at <= now() and expiry > now()
      order by due_at limit ${most} for update skip locked)
    returning *`.execute(db);
  return rows;
}

/**
 * What the channel has to tell next. What was tried together is tried together again, under the
 * same id. Undefined when the lease is lost or nothing is to be told now.
 */
const nextBatch = ({ transact }: Database, channel: Leased): Promise<Batch | undefined> =>
  transact(async (tx) => {
    const { rows: mine } = await sql`
      update watch_channel set due_at = now() + ${LEASE}::interval where ${held(channel)} returning 1`.execute(
      tx,
    );
    if (mine.length === 0) return undefined;
    const { rows } = await sql<Waiting>`
      select id, batch, module, operation, record_id, changes from watch_delivery
      where org_id = ${channel.org_id} and channel = ${channel.id} order by id limit ${BATCH_ROWS}`.execute(
      tx,
    );
    const [first] = rows;
    if (!first) {
      await due(tx, channel, sql`null`);
      return undefined;
    }
    if (first.batch === null && (await earlierUnheard(tx, channel.org_id, first.id))) {
      await due(tx, channel, sql`now() + interval '100 milliseconds'`);
      return undefined;
    }
    const end = rows.findIndex((row) =>
      first.batch === null
        ? row.module !== first.module || row.operation !== first.operation
        : row.batch !== first.batch,
    );
    const together = end === -1 ? rows : rows.slice(0, end);
    if (first.batch === null)
      await sql`
        update watch_delivery set batch = ${first.id} where org_id = ${channel.org_id} and channel = ${channel.id}
          and id = any(${together.map(({ id }) => id)}::bigint[])`.execute(tx);
    return { id: first.id, module: first.module, operation: first.operation, rows: together };
  });

const due = (tx: Tx, channel: Leased, when: ReturnType<typeof sql>) =>
  sql`update watch_channel set due_at = ${when}, lease = null where ${held(channel)}`.execute(tx);

/** Another node may still have to write down something that happened before. */
async function earlierUnheard(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from outbox where org_id = ${orgId} and id < ${id} and topic = any(${watchedTopics}::text[])
      and attempts < ${PATIENCE} limit 1`.execute(tx);
  return rows.length > 0;
}

const told = ({ transact }: Database, channel: Leased, batch: Batch) =>
  transact(async (tx) => {
    await sql`
      delete from watch_delivery where org_id = ${channel.org_id} and channel = ${channel.id} and batch = ${batch.id}`.execute(
      tx,
    );
    await sql`update watch_channel set attempts = 0 where ${held(channel)}`.execute(tx);
  });

async function postpone({ db }: Database, channel: Leased): Promise<void> {
  await sql`
    update watch_channel set lease = null, attempts = attempts + 1,
      due_at = now() + make_interval(secs => least(${MAX_BACKOFF_S}, power(2, least(attempts, 20))))
    where ${held(channel)}`.execute(db);
}

async function serve(
  database: Database,
  telling: Telling,
  channel: Leased,
  stopped: () => boolean,
): Promise<void> {
  while (!stopped()) {
    const batch = await nextBatch(database, channel);
    if (!batch) return;
    if (!(await callBack(telling, channel, batch))) return postpone(database, channel);
    await told(database, channel, batch);
  }
  await sql`update watch_channel set due_at = now(), lease = null where ${held(channel)}`.execute(
    database.db,
  );
}

/**
 * Calls the channels back: each in order, at least once, again after 1, 2, 4 seconds and so on up to
 * five minutes until it is taken or the channel expires; on any number of nodes.
 * @returns a function that stops it, when what is under way is done
 */
export function startCallingBack(
  database: Database,
  telling: Omit<Telling, 'db'>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  const all = { ...telling, db: database.db };
  const stop = startWorker({
    claim: (most) => lease(database, most),
    serve: (channel) => serve(database, all, channel, () => stopped),
    atOnce: MAX_CHANNELS,
    pollMs: POLL_MS,
    onError,
  });
  return () => {
    stopped = true;
    return stop();
  };
}

/** Channels that expired, with what they have not told. */
export async function removeExpiredChannels({ db }: Database): Promise<void> {
  await sql`
    with gone as (delete from watch_channel where expiry < now() returning org_id, id)
    delete from watch_delivery d using gone where d.org_id = gone.org_id and d.channel = gone.id`.execute(db);
}
