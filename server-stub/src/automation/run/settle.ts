import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import { announceRuns } from './announce-runs.js';
import { WORKFLOW_FAILED, type WorkflowFailed } from './topics.js';

interface RunKey {
  orgId: string;
  id: string;
}

/**
 * Brings the status of runs to what their actions have come to; the caller holds their locks. A run that fails for
 * the first time is told of.
 */
export async function settleRuns(tx: Tx, runs: RunKey[]): Promise<void> {
  if (runs.length === 0) return;
  const { rows } = await sql<{ org_id: string; id: string }>`
    with before as (
      select org_id, id, status from workflow_run
      where (org_id, id) in (select * from unnest(${runs.map(({ orgId }) => orgId)}::bigint[], ${runs.map(({ id }) => id)}::bigint[]))),
    after as (
      update workflow_run r set status = coalesce((
        select case when bool_or(a.status = 'failed') then 'failed' when bool_or(a.status = 'waiting') then 'waiting' else 'done' end
        from workflow_run_action a where a.org_id = r.org_id and a.run_id = r.id), 'done')
      from before b where r.org_id = b.org_id and r.id = b.id
      returning r.org_id, r.id, r.status, b.status as before)
    select org_id, id from after where status = 'failed' and before <> 'failed'`.execute(tx);
  await announceRuns(tx, runs);
  await announceFailures(
    tx,
    rows.map(({ org_id: orgId, id }) => ({ orgId, id })),
  );
}

interface FailedRow {
  org_id: string;
  id: string;
  rule_name: string;
  owner_id: string;
  module: string;
  record_id: string;
}

/** Tells other domains that runs have failed. */
export async function announceFailures(tx: Tx, runs: RunKey[]): Promise<void> {
  if (runs.length === 0) return;
  const { rows } = await sql<FailedRow>`
    select org_id, id, rule_name, owner_id, module, record_id from workflow_run
    where (org_id, id) in (select * from unnest(${runs.map(({ orgId }) => orgId)}::bigint[], ${runs.map(({ id }) => id)}::bigint[]))`.execute(
    tx,
  );
  await appendEvents(
    tx,
    rows.map((row) => ({
      orgId: row.org_id,
      topic: WORKFLOW_FAILED,
      key: row.id,
      payload: {
        ruleName: row.rule_name,
        userId: row.owner_id,
        module: row.module,
        recordId: row.record_id,
      } satisfies WorkflowFailed,
    })),
  );
}
