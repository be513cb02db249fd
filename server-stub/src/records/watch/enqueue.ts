import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import type { Consumer, Relay, StoredEvent } from '../../platform/outbox/relay.js';
import { RECORD_CREATED, RECORD_DELETED, RECORD_UPDATED, type RecordEvent } from '../write/events.js';

/** How clients subscribe to what happened, by its topic. */
const operations: Readonly<Record<string, 'create' | 'edit' | 'delete'>> = {
  [RECORD_CREATED]: 'create',
  [RECORD_UPDATED]: 'edit',
  [RECORD_DELETED]: 'delete',
};

/** Topics of which channels may tell. */
export const watchedTopics = Object.keys(operations);

interface Watching {
  org_id: string;
  id: string;
  events: string[];
}

const eventOf = (event: StoredEvent) => event.payload as unknown as RecordEvent;

/** Writes down for each channel what it has to tell; it keeps the id, and so the order, of the event. */
const enqueue: Consumer = async (tx, events) => {
  const orgs = [...new Set(events.map(({ orgId }) => orgId))];
  const { rows } = await sql<Watching>`
    select org_id, id, events from watch_channel where org_id = any(${orgs}::bigint[]) and expiry > now()
    order by org_id, id`.execute(tx);
  for (const channel of rows) {
    const wanted = events.filter(
      (event) =>
        event.orgId === channel.org_id && wants(channel, eventOf(event).module, operations[event.topic]),
    );
    if (wanted.length) await write(tx, channel, wanted);
  }
  return [];
};

const wants = ({ events }: Watching, module: string, operation = '') =>
  events.includes(`${module}.all`) || events.includes(`${module}.${operation}`);

async function write(tx: Tx, channel: Watching, events: StoredEvent[]): Promise<void> {
  await sql`
    insert into watch_delivery (org_id, channel, id, module, operation, record_id, changes)
    select ${channel.org_id}, ${channel.id}, id, module, operation, record, changes
    from unnest(${events.map(({ id }) => id)}::bigint[], ${events.map((event) => eventOf(event).module)}::text[],
      ${events.map(({ topic }) => operations[topic])}::text[], ${events.map(({ key }) => key)}::bigint[],
      ${events.map((event) => JSON.stringify(eventOf(event).changes ?? null))}::jsonb[])
      as u (id, module, operation, record, changes)
    on conflict do nothing`.execute(tx);
  await sql`
    update watch_channel set due_at = coalesce(due_at, now())
    where org_id = ${channel.org_id} and id = ${channel.id}`.execute(tx);
}

export const watchRecords = (relay: Relay): void => {
  for (const topic of watchedTopics) relay.on(topic, enqueue);
};
