import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.js';
import type { StoredEvent } from '../../../platform/outbox/relay.js';
import { isOnline } from '../../live/visitor-rows.js';
import { VISIT_DUE } from '../../topics.js';
import { group } from './group.js';

/** A visit that goes on, as rules need it before its values. */
export interface ConsideredVisit {
  id: string;
  portalId: string;
  visitorId: string;
  recordId: string | null;
  takenBy: string | null;
  startedAt: Date;
  pageAt: Date;
}

/**
 * Visits that the events are about and that go on, in the order in which batches of events take their rows. A time on a
 * page that was left meanwhile counts no more.
 */
export async function findConsidered(
  tx: Tx,
  orgId: string,
  events: StoredEvent[],
): Promise<ConsideredVisit[]> {
  const ids = [...new Set(events.map(({ key }) => key))];
  const { rows } = await sql<ConsideredVisit>`
    select id, portal_id as "portalId", visitor_id as "visitorId", record_id as "recordId", taken_by as "takenBy",
      started_at as "startedAt", page_at as "pageAt"
    from visit v where org_id = ${orgId} and id = any(${ids}::bigint[]) and page_at is not null and ${isOnline}
    order by visitor_id, client_id`.execute(tx);
  const byVisit = group(events, ({ key }) => key);
  return rows.filter(({ id, pageAt }) =>
    byVisit.get(id)?.some(({ topic, payload }) => topic !== VISIT_DUE || payload.pageAt === pageAt.getTime()),
  );
}
