import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import { fillMarketing } from '../module/marketing.js';
import { VISIT_CHANGED } from '../topics.js';
import type { RecordReference } from './find-record.js';

/** Whose visits are meant. */
export interface Visitor {
  orgId: string;
  visitorId: string;
  visitId: string;
}

/**
 * Ties a visitor to a record, with the visits so far that are nobody's. A visit in which somebody said to be somebody
 * else stays theirs, and so do their visits before: two people may use one browser.
 */
export async function tieVisitor(tx: Tx, visitor: Visitor, record: RecordReference): Promise<void> {
  const { orgId, visitorId, visitId } = visitor;
  await sql`
    update visitor set record_module = ${record.module}, record_id = ${record.id}
    where org_id = ${orgId} and id = ${visitorId}`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    update visit set record_module = ${record.module}, record_id = ${record.id}::bigint, claim_module = null, claim_id = null,
      identified = identified or id = ${visitId}
    where org_id = ${orgId} and visitor_id = ${visitorId}
      and ((record_id is null and (claim_id is null or claim_id = ${record.id}::bigint)) or (id = ${visitId} and not identified))
    returning id`.execute(tx);
  await fillMarketing(tx, orgId, record.id);
  await tellChanged(tx, visitor, rows);
}

/** Notes which record an unproven visitor says to be: operators see it, nothing is merged. */
export async function noteClaim(tx: Tx, visitor: Visitor, record: RecordReference): Promise<void> {
  const { orgId, visitId } = visitor;
  await sql`
    update visit set claim_module = ${record.module}, claim_id = ${record.id}
    where org_id = ${orgId} and id = ${visitId} and record_id is null`.execute(tx);
  await tellChanged(tx, visitor, []);
}

export async function tellChanged(
  tx: Tx,
  { orgId, visitId }: Visitor,
  others: { id: string }[],
): Promise<void> {
  const changed = new Set([visitId, ...others.map(({ id }) => id)]);
  await appendEvents(
    tx,
    [...changed].map((id) => ({ orgId, topic: VISIT_CHANGED, key: id })),
  );
}
