import type { WorkflowRun } from '@crm-elements/contract';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { findVisibleNames, type Context } from '../../records/index.js';

interface Row {
  id: string;
  rule_id: string;
  rule_name: string;
  module: string;
  record_id: string;
  trigger: WorkflowRun['trigger'];
  status: WorkflowRun['status'];
  started_at: Date;
  actions: {
    position: number;
    type: string;
    status: WorkflowRun['status'];
    attempts: number;
    error_code: string | null;
    error_message: string | null;
    finished_at: string | null;
  }[];
}

/** Runs as the API shows them, newest first. @param where a further condition over `r` */
export async function readRuns(
  db: Db,
  context: Context,
  where: RawBuilder<SqlBool>,
  limit: number,
): Promise<WorkflowRun[]> {
  const { rows } = await sql<Row>`
    select r.id, r.rule_id, r.rule_name, r.module, r.record_id, r.trigger, r.status, r.started_at, a.actions
    from workflow_run r cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('position', position, 'type', type, 'status', status, 'attempts', attempts,
        'error_code', error_code, 'error_message', error_message, 'finished_at', finished_at) order by position), '[]') as actions
      from workflow_run_action where org_id = r.org_id and run_id = r.id) a
    where r.org_id = ${context.access.orgId} and ${where} order by r.id desc limit ${limit}`.execute(db);
  const names = await findVisibleNames(
    db,
    context,
    rows.map(({ module, record_id: id }) => ({ module, id })),
  );
  return rows.map((row) => ({
    id: row.id,
    rule: { id: row.rule_id, name: row.rule_name },
    module: row.module,
    record: { id: row.record_id, name: names.get(row.record_id) ?? null },
    trigger: row.trigger,
    status: row.status,
    started_at: row.started_at.toISOString(),
    actions: row.actions.map(({ error_code: code, error_message: message, finished_at: at, ...action }) => ({
      ...action,
      error: code === null ? null : { code, message: message ?? '' },
      finished_at: at === null ? null : new Date(at).toISOString(),
    })),
  }));
}
