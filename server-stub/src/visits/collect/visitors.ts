import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { nextId } from '../../platform/ids.js';
import { VISIT_IDLE } from './anonymous.js';
import type { Arrival } from './fold.js';
import { latestVisits, upsertVisitors } from './statements.js';

/** What is known of a visitor when a visit of theirs begins. */
export interface KnownVisitor {
  id: string;
  returning: boolean;
  recordModule: string | null;
  recordId: string | null;
}

/** A request and who made it. */
export interface Recognised {
  arrival: Arrival;
  visitor: KnownVisitor;
}

/** Finds or makes the visitor of each arrival. */
export interface Visitors {
  /** In the order of the arrivals; names the visits of anonymous ones. */
  resolve(client: pg.PoolClient, arrivals: Arrival[]): Promise<Recognised[]>;
  /** To be called when the transaction of `resolve` was rolled back. */
  forget(): void;
}

interface VisitorRow {
  org_id: string;
  portal_id: string;
  client_id: string;
  id: string;
  returning: boolean;
  record_module: string | null;
  record_id: string | null;
}

const CACHE = 50_000;
const FRESH_MS = 10 * 60_000;

const visitorKey = ({ orgId, portalId, visitor }: Arrival) => `${orgId}/${portalId}/${visitor}`;
const visitKey = (arrival: Arrival) => `${visitorKey(arrival)}/${arrival.visit ?? ''}`;

/** Remembers by visit, so that only the first request of a visit has to touch the visitor's row. */
export function createVisitors(): Visitors {
  const cache = new Map<string, { visitor: KnownVisitor; at: number }>();

  const recall = (arrival: Arrival) => {
    const hit = arrival.visit === undefined ? undefined : cache.get(visitKey(arrival));
    return hit && arrival.receivedAt - hit.at < FRESH_MS ? hit.visitor : undefined;
  };

  return {
    async resolve(client, arrivals) {
      if (cache.size > CACHE) cache.clear();
      const unknown = arrivals.filter((arrival) => !recall(arrival));
      const found =
        unknown.length > 0 ? await findVisitors(client, unknown) : new Map<string, KnownVisitor>();
      await nameAnonymousVisits(client, unknown, found);
      return arrivals.map((arrival) => {
        const visitor = found.get(visitorKey(arrival)) ?? recall(arrival);
        if (!visitor) throw new Error('a visitor was not written');
        cache.set(visitKey(arrival), { visitor, at: arrival.receivedAt });
        return { arrival, visitor };
      });
    },
    forget: () => cache.clear(),
  };
}

async function findVisitors(client: pg.PoolClient, arrivals: Arrival[]): Promise<Map<string, KnownVisitor>> {
  const rows = [...new Map(arrivals.map((arrival) => [visitorKey(arrival), arrival])).values()];
  const { rows: found } = await client.query<VisitorRow>({
    ...upsertVisitors,
    values: [
      rows.map((a) => a.orgId),
      rows.map(() => nextId()),
      rows.map((a) => a.portalId),
      rows.map((a) => a.visitor),
      rows.map((a) => a.anonymous),
      rows.map((a) => new Date(a.receivedAt)),
    ],
  });
  return new Map(
    found.map((row) => [
      `${row.org_id}/${row.portal_id}/${row.client_id}`,
      { id: row.id, returning: row.returning, recordModule: row.record_module, recordId: row.record_id },
    ]),
  );
}

/** Anonymous pages keep no visit id: their visit goes on until half an hour of silence. */
async function nameAnonymousVisits(
  client: pg.PoolClient,
  arrivals: Arrival[],
  visitors: Map<string, KnownVisitor>,
): Promise<void> {
  const anonymous = arrivals.filter((arrival) => arrival.visit === undefined);
  if (anonymous.length === 0) return;
  const ids = anonymous.map((arrival) => visitors.get(visitorKey(arrival))?.id ?? '');
  const { rows } = await client.query<{ visitor_id: string; client_id: string; last_seen_at: Date }>({
    ...latestVisits,
    values: [anonymous.map((a) => a.orgId), ids],
  });
  const latest = new Map(rows.map((row) => [row.visitor_id, row]));
  const named = new Map<string, string>();
  anonymous.forEach((arrival, index) => {
    const id = ids[index] ?? '';
    const last = latest.get(id);
    const goesOn = last && arrival.receivedAt - last.last_seen_at.getTime() < VISIT_IDLE;
    const visit = named.get(id) ?? (goesOn ? last.client_id : randomUUID());
    named.set(id, visit);
    arrival.visit = visit;
  });
}
