import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.js';

const BATCH = 5_000;

/** What the log keeps no longer: runs from before 90 days. */
export async function removeOldRuns({ db }: Database): Promise<void> {
  for (let removed = BATCH; removed === BATCH;) {
    const { rows } = await sql<{ count: number }>`
      with gone as (
        delete from workflow_run where (org_id, id) in (
          select org_id, id from workflow_run where started_at < now() - interval '90 days' limit ${BATCH})
        returning org_id, id),
      actions as (
        delete from workflow_run_action a using gone where a.org_id = gone.org_id and a.run_id = gone.id)
      select count(*)::int as count from gone`.execute(db);
    removed = rows[0]?.count ?? 0;
  }
}
