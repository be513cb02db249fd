import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { settleRuns } from '../run/settle.js';

/**
 * Lets the failed actions of a run be tried again; what was made ready to be sent is sent as it was.
 * @returns whether there is such a run
 */
export async function retryRun(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const { rows: found } = await sql`
    select 1 from workflow_run where org_id = ${orgId} and id = ${id} for update`.execute(tx);
  if (found.length === 0) return false;
  const { rows } = await sql<{ ready: boolean }>`
    update workflow_run_action set status = 'waiting', attempts = 0, error_code = null, error_message = null, finished_at = null,
      due_at = case when payload is not null then now() end
    where org_id = ${orgId} and run_id = ${id} and status = 'failed' returning payload is not null as ready`.execute(
    tx,
  );
  if (rows.some(({ ready }) => !ready))
    await sql`update workflow_run set due_at = now() where org_id = ${orgId} and id = ${id}`.execute(tx);
  await settleRuns(tx, [{ orgId, id }]);
  return true;
}
