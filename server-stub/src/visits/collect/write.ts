import type { CollectCommand } from '@crm-elements/contract';
import type pg from 'pg';
import { nextId } from '../../platform/ids.js';
import { insertOutboxSql, outboxColumns } from '../../platform/outbox/outbox.js';
import { domainEventsOf } from './domain-events.js';
import type { Arrival } from './fold.js';
import type { Receipt } from './sink.js';
import { closeVisits, insertEvents, sumEngagement, upsertActions, upsertVisits } from './statements.js';
import { foldAll, isGone, type Touched } from './touched.js';
import { createVisitors } from './visitors.js';

const time = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : new Date(ms));

/** Writes a batch in one transaction and answers when it is durable. */
export function createWriter(pool: pg.Pool): (arrivals: Arrival[]) => Promise<Receipt[]> {
  const visitors = createVisitors();

  return async (arrivals) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { touched, visitOf } = foldAll(await visitors.resolve(client, arrivals));
      await writeVisits(client, touched);
      await writeActions(client, touched);
      const added = await writeEvents(client, touched);
      await writeLeaves(client, touched);
      await writeOutbox(client, touched, added);
      await client.query('commit');
      return visitOf.map(({ visitor, visitId, commands }) => ({ visitorId: visitor.id, visitId, commands }));
    } catch (error) {
      visitors.forget();
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };
}

async function writeVisits(client: pg.PoolClient, touched: Touched[]): Promise<void> {
  const a = touched.map(({ arrival }) => arrival);
  const v = touched.map(({ visitor }) => visitor);
  const c = touched.map(({ change }) => change);
  const entry = c.map((change) => change.entry);
  const source = entry.map((first) => first?.source);
  const { rows } = await client.query<{
    visitor_id: string;
    client_id: string;
    id: string;
    commands: CollectCommand[] | null;
  }>({
    ...upsertVisits,
    values: [
      a.map((r) => r.orgId),
      a.map(() => nextId()),
      a.map((r) => r.portalId),
      v.map((r) => r.id),
      a.map((r) => r.visit),
      c.map((r) => time(r.startedAt)),
      c.map((r) => time(r.seenAt)),
      v.map((r) => r.returning),
      c.map((r) => r.clockWrong),
      a.map((r) => r.ip),
      a.map((r) => r.userAgent),
      a.map((r) => r.agent.browser),
      a.map((r) => r.agent.operatingSystem),
      v.map((r) => r.recordModule),
      v.map((r) => r.recordId),
      touched.map((t) => t.acknowledged),
      entry.map((e) => time(e?.at)),
      entry.map((e) => e?.url),
      entry.map((e) => e?.title),
      entry.map((e) => e?.referrer),
      source.map((s) => s?.kind),
      source.map((s) => s?.label),
      source.map((s) => s?.searchEngine),
      source.map((s) => s?.searchKeyword),
      source.map((s) => s?.gclid),
      source.map((s) => (s?.campaign ? JSON.stringify(s.campaign) : null)),
      c.map((r) => time(r.page?.at)),
      c.map((r) => r.page?.url),
      c.map((r) => r.page?.title),
      a.map((r) => r.country),
    ],
  });
  const written = new Map(rows.map((row) => [`${row.visitor_id}/${row.client_id}`, row]));
  for (const one of touched) {
    const row = written.get(`${one.visitor.id}/${one.arrival.visit}`);
    if (!row) throw new Error('a visit was not written');
    one.visitId = row.id;
    one.commands = row.commands ?? [];
  }
}

async function writeActions(client: pg.PoolClient, touched: Touched[]): Promise<void> {
  const rows = touched.flatMap(({ arrival: { orgId }, visitId, change }) =>
    [...change.actions.values()].map((action) => ({ orgId, visitId, ...action })),
  );
  if (rows.length === 0) return;
  await client.query({
    ...upsertActions,
    values: [
      rows.map((r) => r.orgId),
      rows.map((r) => r.actionId),
      rows.map(() => nextId()),
      rows.map((r) => r.visitId),
      rows.map((r) => r.url),
      rows.map((r) => r.title),
      rows.map((r) => time(r.at)),
      rows.map((r) => r.engagedMs),
      rows.map((r) => r.depth),
      rows.map((r) => time(r.seenAt)),
      rows.map((r) => time(r.leftAt)),
    ],
  });
  const engaged = touched.filter(({ change }) => [...change.actions.values()].some((a) => a.engagedMs > 0));
  if (engaged.length === 0) return;
  await client.query({
    ...sumEngagement,
    values: [engaged.map((one) => one.arrival.orgId), engaged.map((one) => one.visitId)],
  });
}

/** @returns ids of the events that were not there before */
async function writeEvents(client: pg.PoolClient, touched: Touched[]): Promise<Set<string>> {
  const all = touched.flatMap(({ arrival: { orgId }, visitId, change }) =>
    change.events.map((event) => ({ orgId, visitId, ...event })),
  );
  const rows = [...new Map(all.map((row) => [`${row.orgId}/${row.eventId}`, row])).values()];
  if (rows.length === 0) return new Set();
  const { rows: added } = await client.query<{ event_id: string }>({
    ...insertEvents,
    values: [
      rows.map((r) => r.orgId),
      rows.map((r) => r.eventId),
      rows.map((r) => r.visitId),
      rows.map((r) => r.kind),
      rows.map((r) => time(r.at)),
      rows.map((r) => r.actionId),
      rows.map((r) => r.name),
      rows.map((r) => r.url),
      rows.map((r) => JSON.stringify(r.data)),
    ],
  });
  return new Set(added.map((row) => row.event_id));
}

async function writeLeaves(client: pg.PoolClient, touched: Touched[]): Promise<void> {
  const rows = touched.filter(isGone);
  if (rows.length === 0) return;
  await client.query({
    ...closeVisits,
    values: [
      rows.map((r) => r.arrival.orgId),
      rows.map((r) => r.visitId),
      rows.map((r) => time(r.change.seenAt)),
    ],
  });
}

async function writeOutbox(client: pg.PoolClient, touched: Touched[], added: Set<string>): Promise<void> {
  const events = domainEventsOf(touched, added);
  if (events.length > 0)
    await client.query({ name: 'collect-outbox', text: insertOutboxSql, values: outboxColumns(events) });
}
