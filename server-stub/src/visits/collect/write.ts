import type { CollectCommand } from '@crm-elements/contract';
import type pg from 'pg';
import { nextId } from '../../platform/ids.js';
import { insertOutboxSql, outboxColumns, type DomainEvent } from '../../platform/outbox/outbox.js';
import { IDENTIFIED, VISIT_CHANGED, LEAVE_GRACE_SECONDS } from '../topics.js';
import { fold, newChange, type Arrival, type EventRow, type VisitChange } from './fold.js';
import { createIdentities } from './identities.js';
import type { Receipt } from './sink.js';
import { insertEvents, updateVisits, upsertActions } from './statements.js';

interface Touched {
  orgId: string;
  visitId: string;
  visitorId: string;
  portalId: string;
  acknowledged: number;
  change: VisitChange;
}

const time = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : new Date(ms));

/** Writes a batch in one transaction and answers when it is durable. */
export function createWriter(pool: pg.Pool): (arrivals: Arrival[]) => Promise<Receipt[]> {
  const identities = createIdentities();

  return async (arrivals) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const visits = await identities.resolve(client, arrivals);
      const touched = foldAll(arrivals, visits);
      await writeActions(client, touched);
      const added = await writeEvents(client, touched);
      const commands = await writeVisits(client, touched);
      await writeOutbox(client, touched, added);
      await client.query('commit');
      return visits.map(({ visitId }) => commands.get(visitId) ?? []);
    } catch (error) {
      identities.forget();
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };
}

function foldAll(arrivals: Arrival[], visits: { visitId: string; visitorId: string }[]): Touched[] {
  const touched = new Map<string, Touched>();
  arrivals.forEach((arrival, index) => {
    const { visitId, visitorId } = visits[index] ?? { visitId: '', visitorId: '' };
    const one = touched.get(visitId) ?? {
      orgId: arrival.orgId, visitId, visitorId, portalId: arrival.portalId, acknowledged: 0, change: newChange(arrival.receivedAt),
    };
    touched.set(visitId, one);
    one.acknowledged = Math.max(one.acknowledged, arrival.acknowledged);
    for (const event of arrival.events) fold(one.change, event, arrival.receivedAt);
  });
  return [...touched.values()];
}

async function writeActions(client: pg.PoolClient, touched: Touched[]): Promise<void> {
  const rows = touched.flatMap(({ orgId, visitId, change }) => [...change.actions.values()].map((action) => ({ orgId, visitId, ...action })));
  if (rows.length === 0) return;
  await client.query({
    ...upsertActions,
    values: [
      rows.map((r) => r.orgId), rows.map((r) => r.actionId), rows.map(() => nextId()), rows.map((r) => r.visitId), rows.map((r) => r.url),
      rows.map((r) => r.title), rows.map((r) => time(r.at)), rows.map((r) => r.engagedMs), rows.map((r) => r.depth),
      rows.map((r) => time(r.seenAt)), rows.map((r) => time(r.leftAt)),
    ],
  });
}

/** @returns ids of the events that were not there before */
async function writeEvents(client: pg.PoolClient, touched: Touched[]): Promise<Set<string>> {
  const all = touched.flatMap(({ orgId, visitId, change }) => change.events.map((event) => ({ orgId, visitId, ...event })));
  const rows = [...new Map(all.map((row) => [`${row.orgId}/${row.eventId}`, row])).values()];
  if (rows.length === 0) return new Set();
  const { rows: added } = await client.query<{ event_id: string }>({
    ...insertEvents,
    values: [
      rows.map((r) => r.orgId), rows.map((r) => r.eventId), rows.map((r) => r.visitId), rows.map((r) => r.kind), rows.map((r) => time(r.at)),
      rows.map((r) => r.actionId), rows.map((r) => r.name), rows.map((r) => r.url), rows.map((r) => JSON.stringify(r.data)),
    ],
  });
  return new Set(added.map((row) => row.event_id));
}

async function writeVisits(client: pg.PoolClient, touched: Touched[]): Promise<Map<string, CollectCommand[]>> {
  const c = touched.map(({ change }) => change);
  const entry = c.map((change) => change.entry);
  const source = entry.map((first) => first?.source);
  const { rows } = await client.query<{ id: string; commands: CollectCommand[] | null }>({
    ...updateVisits,
    values: [
      touched.map((t) => t.orgId), touched.map((t) => t.visitId), c.map((v) => time(v.startedAt)), c.map((v) => time(v.seenAt)),
      c.map((v) => v.clockWrong), c.map((v) => v.alive), c.map((v) => v.left), touched.map((t) => t.acknowledged),
      entry.map((e) => time(e?.at)), entry.map((e) => e?.url), entry.map((e) => e?.title), entry.map((e) => e?.referrer),
      source.map((s) => s?.kind), source.map((s) => s?.label), source.map((s) => s?.searchEngine), source.map((s) => s?.searchKeyword),
      source.map((s) => s?.gclid), source.map((s) => (s?.campaign ? JSON.stringify(s.campaign) : null)),
      c.map((v) => time(v.page?.at)), c.map((v) => v.page?.url), c.map((v) => v.page?.title),
    ],
  });
  return new Map(rows.flatMap((row) => (row.commands ? [[row.id, row.commands] as const] : [])));
}

const namesSomebody = (event: EventRow) => (event.kind === 'form' || event.kind === 'identify') && event.data.values !== undefined;

async function writeOutbox(client: pg.PoolClient, touched: Touched[], added: Set<string>): Promise<void> {
  const events: DomainEvent[] = touched.flatMap(({ orgId, visitId, visitorId, portalId, change }) => {
    const identified = change.events.filter((event) => added.has(event.eventId) && namesSomebody(event));
    const gone = change.left && !change.alive;
    return [
      ...(change.page || gone ? [{ orgId, topic: VISIT_CHANGED, key: visitId, ...(gone && { delaySeconds: LEAVE_GRACE_SECONDS }) }] : []),
      ...identified.map((event) => ({
        orgId, topic: IDENTIFIED, key: visitId, payload: { visitorId, portalId, kind: event.kind, values: event.data.values },
      })),
    ];
  });
  if (events.length > 0) await client.query({ name: 'collect-outbox', text: insertOutboxSql, values: outboxColumns(events) });
}
