import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { nextId } from '../../platform/ids.js';
import { VISIT_IDLE } from './anonymous.js';
import type { Arrival } from './fold.js';
import { latestVisits, upsertVisitors, upsertVisits } from './statements.js';

type Row = Record<string, string>;

interface KnownVisit {
  visitId: string;
  visitorId: string;
  at: number;
}

interface KnownVisitor {
  id: string;
  returning: boolean;
  module: string | null;
  record: string | null;
}

/** Finds or makes the visitor and the visit of each arrival. */
export interface Identities {
  /** Ids of the visits, in the order of the arrivals. */
  resolve(client: pg.PoolClient, arrivals: Arrival[]): Promise<KnownVisit[]>;
  /** To be called when the transaction of `resolve` was rolled back. */
  forget(): void;
}

const CACHE = 50_000;
const FRESH_MS = 10 * 60_000;

const visitorKey = ({ orgId, portalId, visitor }: Arrival) => `${orgId}/${portalId}/${visitor}`;
const visitKey = (arrival: Arrival) => `${visitorKey(arrival)}/${arrival.visit ?? ''}`;

function unique(arrivals: Arrival[], key: (arrival: Arrival) => string): Arrival[] {
  const first = new Map<string, Arrival>();
  for (const arrival of arrivals) if (!first.has(key(arrival))) first.set(key(arrival), arrival);
  return [...first.values()];
}

const oldest = (arrival: Arrival) => new Date(arrival.receivedAt - Math.min(Math.max(0, ...arrival.events.map((event) => event.a ?? 0)), VISIT_IDLE * 144));

export function createIdentities(): Identities {
  const cache = new Map<string, KnownVisit>();

  async function findVisitors(client: pg.PoolClient, arrivals: Arrival[]): Promise<Map<string, KnownVisitor>> {
    const rows = unique(arrivals, visitorKey);
    const { rows: found } = await client.query<Row & { returning: boolean }>({
      ...upsertVisitors,
      values: [
        rows.map((a) => a.orgId), rows.map(() => nextId()), rows.map((a) => a.portalId), rows.map((a) => a.visitor),
        rows.map((a) => a.anonymous), rows.map((a) => new Date(a.receivedAt)),
      ],
    });
    return new Map(
      found.map((row) => [
        `${row.org_id}/${row.portal_id}/${row.client_id}`,
        { id: row.id ?? '', returning: row.returning, module: row.record_module ?? null, record: row.record_id ?? null },
      ]),
    );
  }

  /** Anonymous pages keep no visit id: their visit goes on until half an hour of silence. */
  async function nameAnonymousVisits(client: pg.PoolClient, arrivals: Arrival[], visitors: Map<string, KnownVisitor>): Promise<void> {
    const anonymous = arrivals.filter((arrival) => arrival.visit === undefined);
    if (anonymous.length === 0) return;
    const ids = anonymous.map((arrival) => visitors.get(visitorKey(arrival))?.id ?? '');
    const { rows } = await client.query<{ visitor_id: string; client_id: string; last_seen_at: Date }>({
      ...latestVisits,
      values: [anonymous.map((a) => a.orgId), ids],
    });
    const latest = new Map(rows.map((row) => [row.visitor_id, row]));
    const fresh = new Map<string, string>();
    anonymous.forEach((arrival, index) => {
      const id = ids[index] ?? '';
      const last = latest.get(id);
      const goesOn = last && arrival.receivedAt - last.last_seen_at.getTime() < VISIT_IDLE;
      if (!fresh.has(id)) fresh.set(id, goesOn ? last.client_id : randomUUID());
      arrival.visit = fresh.get(id);
    });
  }

  async function findVisits(client: pg.PoolClient, arrivals: Arrival[], visitors: Map<string, KnownVisitor>): Promise<void> {
    const rows = unique(arrivals, visitKey);
    const of = rows.map((arrival) => visitors.get(visitorKey(arrival)));
    const { rows: found } = await client.query<Row>({
      ...upsertVisits,
      values: [
        rows.map((a) => a.orgId), rows.map(() => nextId()), rows.map((a) => a.portalId), of.map((v) => v?.id),
        rows.map((a) => a.visit), rows.map(oldest), of.map((v) => v?.returning ?? false), rows.map((a) => a.ip),
        rows.map((a) => a.userAgent), rows.map((a) => a.agent.browser), rows.map((a) => a.agent.operatingSystem),
        of.map((v) => v?.module), of.map((v) => v?.record),
      ],
    });
    const byVisitor = new Map(found.map((row) => [`${row.visitor_id}/${row.client_id}`, row.id ?? '']));
    rows.forEach((arrival, index) => {
      const visitorId = of[index]?.id ?? '';
      const visitId = byVisitor.get(`${visitorId}/${arrival.visit}`) ?? '';
      cache.set(visitKey(arrival), { visitId, visitorId, at: arrival.receivedAt });
    });
  }

  return {
    async resolve(client, arrivals) {
      if (cache.size > CACHE) cache.clear();
      const unknown = arrivals.filter((arrival) => {
        const hit = arrival.visit === undefined ? undefined : cache.get(visitKey(arrival));
        return !hit || arrival.receivedAt - hit.at > FRESH_MS;
      });
      if (unknown.length > 0) {
        const visitors = await findVisitors(client, unknown);
        await nameAnonymousVisits(client, unknown, visitors);
        await findVisits(client, unknown, visitors);
      }
      return arrivals.map((arrival) => {
        const visit = cache.get(visitKey(arrival));
        if (!visit) throw new Error('a visit was not written');
        return visit;
      });
    },
    forget: () => cache.clear(),
  };
}
