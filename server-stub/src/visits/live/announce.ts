import { VISITS_ROOM, type LiveChange } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Publication, StoredEvent } from '../../platform/outbox/relay.js';
import { takeSequence } from '../../platform/outbox/rooms.js';
import { RECORD_CREATED, type RecordEvent } from '../../records/index.js';
import { VISIT_CHANGED } from '../topics.js';

/** Numbers the changed visits of each organization, so that a reader can catch up, and tells the readers. */
export async function announceVisits(tx: Tx, events: StoredEvent[]): Promise<Publication[]> {
  const byOrg = new Map<string, Set<string>>();
  for (const { orgId, key } of events) byOrg.set(orgId, (byOrg.get(orgId) ?? new Set()).add(key));
  const publications: Publication[] = [];
  for (const [orgId, keys] of [...byOrg].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ids = [...keys].sort();
    const from = await takeSequence(tx, orgId, VISITS_ROOM, ids.length);
    const seqs = ids.map((_, index) => from + index + 1);
    const { rows } = await sql<{ visit_id: string; fresh: boolean }>`
      insert into visit_change (org_id, visit_id, seq)
      select ${orgId}::bigint, * from unnest(${ids}::bigint[], ${seqs}::bigint[])
      on conflict (org_id, visit_id) do update set seq = excluded.seq
      returning visit_id, xmax = 0 as fresh`.execute(tx);
    await announceNew(
      tx,
      orgId,
      rows.filter(({ fresh }) => fresh).map(({ visit_id: id }) => id),
    );
    const changes: LiveChange[] = ids.map((id) => ({ type: 'visit.changed', id }));
    publications.push({ orgId, event: { room: VISITS_ROOM, from, seq: from + ids.length, changes } });
  }
  return publications;
}

/** A visit that is told of for the first time is a new record to automation; whoever has the portal counts as its maker. */
async function announceNew(tx: Tx, orgId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: string; user_id: string }>`
    select v.id, p.assigned_user_id as user_id from visit v join portal p on p.org_id = v.org_id and p.id = v.portal_id
    where v.org_id = ${orgId} and v.id = any(${ids}::bigint[]) order by v.id`.execute(tx);
  await appendEvents(
    tx,
    rows.map(({ id, user_id: userId }) => ({
      orgId,
      topic: RECORD_CREATED,
      key: id,
      payload: { module: 'Visits', userId } satisfies RecordEvent,
    })),
  );
}

const SWEEP_MS = 3_000;

/** Ends visits that show no more sign of life; any number of nodes may sweep. */
export function startSweeping({ transact }: Database, onError: (error: unknown) => void): () => void {
  const sweep = () =>
    transact(async (tx) => {
      const { rows } = await sql<{ org_id: string; id: string }>`
        update visit v set left_at = v.last_seen_at
        from (select org_id, id from visit where left_at is null and last_seen_at < now() - interval '40 seconds' limit 1000 for update skip locked) gone
        where v.org_id = gone.org_id and v.id = gone.id returning v.org_id, v.id`.execute(tx);
      await appendEvents(
        tx,
        rows.map((row) => ({ orgId: row.org_id, topic: VISIT_CHANGED, key: row.id })),
      );
    }).catch(onError);
  const timer = setInterval(() => void sweep(), SWEEP_MS);
  return () => clearInterval(timer);
}
