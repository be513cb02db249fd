import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.js';
import { queueCommand, toCommand } from '../../commands.js';
import type { Trigger } from './portal-rules.js';

/** A trigger whose criteria a visitor meets. */
export interface Firing {
  trigger: Trigger;
  visitId: string;
  visitorId: string;
}

const subjectOf = ({ trigger, visitId, visitorId }: Firing) =>
  trigger.once_per === 'visitor' ? visitorId : visitId;

/** Does on the pages what triggers are for, once per visit or visitor, whatever number of nodes sees it. */
export async function fireTriggers(tx: Tx, orgId: string, firings: Firing[]): Promise<void> {
  if (firings.length === 0) return;
  const { rows } = await sql<{ rule_id: string; subject_id: string }>`
    insert into trigger_firing (org_id, rule_id, subject_id)
    select ${orgId}::bigint, * from (select * from unnest(${firings.map(({ trigger }) => trigger.id)}::bigint[],
      ${firings.map(subjectOf)}::bigint[]) as u (rule, subject) order by rule, subject) sorted
    on conflict do nothing returning rule_id, subject_id`.execute(tx);
  const fresh = new Set(rows.map((row) => `${row.rule_id}/${row.subject_id}`));
  // Of two visits of one visitor, the first gets it.
  const due = firings.filter((firing) => fresh.delete(`${firing.trigger.id}/${subjectOf(firing)}`));
  await lockVisits(
    tx,
    orgId,
    due.map(({ visitId }) => visitId),
  );
  for (const { trigger, visitId } of due)
    await queueCommand(tx, orgId, visitId, toCommand(trigger.action, trigger.delay), null);
}

/** In the order in which batches of events take the rows, so that neither waits for the other in a circle. */
const lockVisits = (tx: Tx, orgId: string, ids: string[]) =>
  sql`select from visit where org_id = ${orgId} and id = any(${ids}::bigint[]) order by visitor_id, client_id for update`.execute(
    tx,
  );
