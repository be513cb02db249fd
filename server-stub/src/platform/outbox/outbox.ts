import { sql } from 'kysely';
import type { Tx } from '../db/database.js';
import { nextId } from '../ids.js';

/** What has happened, told to other domains after the commit. */
export interface DomainEvent {
  orgId: string;
  topic: string;
  /** What it happened to; a consumer may handle one key once a batch. */
  key: string;
  payload?: Record<string, unknown>;
  /** Consumers are told no sooner than this. */
  delaySeconds?: number;
}

/** Name of the notification that wakes the relays of all nodes. */
export const OUTBOX_CHANNEL = 'outbox';

/** Parallel arrays for `insert ... select from unnest(...)`: one text for any number of rows. */
export function outboxColumns(
  events: DomainEvent[],
): [string[], string[], string[], string[], string[], number[]] {
  return [
    events.map((event) => event.orgId),
    events.map(() => nextId()),
    events.map((event) => event.topic),
    events.map((event) => event.key),
    events.map((event) => JSON.stringify(event.payload ?? {})),
    events.map((event) => event.delaySeconds ?? 0),
  ];
}

export const insertOutboxSql = `
  with added as (
    insert into outbox (org_id, id, topic, key, payload, not_before)
    select org, id, topic, key, payload, now() + make_interval(secs => delay)
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::jsonb[], $6::float8[]) as u (org, id, topic, key, payload, delay)
    returning 1)
  select pg_notify('${OUTBOX_CHANNEL}', '') from (select 1 from added limit 1) one`;

/** Writes events in the transaction of the change itself: both are there, or neither is. */
export async function appendEvents(tx: Tx, events: DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const [orgs, ids, topics, keys, payloads, delays] = outboxColumns(events);
  await sql`
    insert into outbox (org_id, id, topic, key, payload, not_before)
    select org, id, topic, key, payload, now() + make_interval(secs => delay)
    from unnest(${orgs}::bigint[], ${ids}::bigint[], ${topics}::text[], ${keys}::text[], ${payloads}::jsonb[], ${delays}::float8[])
      as u (org, id, topic, key, payload, delay)`.execute(tx);
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(tx);
}
