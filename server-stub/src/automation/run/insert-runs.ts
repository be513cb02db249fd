import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import type { Rule } from '../rules/rule.js';
import type { RecordChange } from './applies.js';
import { announceRuns } from './announce-runs.js';
import { announceFailures } from './settle.js';

/** A rule that a change of a record sets off. */
export interface NewRun {
  rule: Rule;
  change: RecordChange;
  /** Rules that have set each other off before it. */
  depth: number;
  /** Why nothing of it is done. */
  error: { code: string; message: string } | undefined;
}

/** Writes runs down with their actions; a rule runs once for one change, however often it is told. */
export async function insertRuns(tx: Tx, runs: NewRun[]): Promise<void> {
  if (runs.length === 0) return;
  const column = <T>(read: (run: NewRun) => T): T[] => runs.map(read);
  const { rows } = await sql<{ org_id: string; id: string; status: string }>`
    with runs as (
      insert into workflow_run (org_id, id, event_id, rule_id, rule_name, owner_id, module, record_id, trigger, actor_id, depth,
        actions, status, due_at)
      select org, id, event, rule, name, owner, module, record, trigger, actor, depth, actions,
        case when code is null then 'waiting' else 'failed' end, case when code is null then now() end
      from unnest(${column(({ change }) => change.orgId)}::bigint[], ${column(() => nextId())}::bigint[],
        ${column(({ change }) => change.id)}::bigint[], ${column(({ rule }) => rule.id)}::bigint[],
        ${column(({ rule }) => rule.name)}::text[], ${column(({ rule }) => rule.modified_by)}::bigint[],
        ${column(({ change }) => change.payload.module)}::text[], ${column(({ change }) => change.key)}::bigint[],
        ${column(({ rule }) => rule.trigger)}::text[], ${column(({ change }) => change.payload.userId)}::bigint[],
        ${column(({ depth }) => depth)}::int[], ${column(({ rule }) => JSON.stringify(rule.actions))}::jsonb[],
        ${column(({ error }) => error?.code ?? null)}::text[])
        as u (org, id, event, rule, name, owner, module, record, trigger, actor, depth, actions, code)
      on conflict (org_id, event_id, rule_id) do nothing
      returning org_id, id, rule_id, event_id, actions, status),
    given as (
      select * from unnest(${column(({ change }) => change.orgId)}::bigint[], ${column(({ change }) => change.id)}::bigint[],
        ${column(({ rule }) => rule.id)}::bigint[], ${column(({ error }) => error?.code ?? null)}::text[],
        ${column(({ error }) => error?.message ?? null)}::text[]) as u (org, event, rule, code, message)),
    actions as (
      insert into workflow_run_action (org_id, run_id, position, type, status, error_code, error_message, finished_at)
      select runs.org_id, runs.id, ordinality - 1, action ->> 'type', runs.status, given.code, given.message,
        case when runs.status = 'failed' then now() end
      from runs
        join given on given.org = runs.org_id and given.event = runs.event_id and given.rule = runs.rule_id
        cross join jsonb_array_elements(runs.actions) with ordinality as each (action, ordinality))
    select org_id, id, status from runs`.execute(tx);
  await announceRuns(
    tx,
    rows.map(({ org_id: orgId, id }) => ({ orgId, id })),
  );
  await announceFailures(
    tx,
    rows.filter(({ status }) => status === 'failed').map(({ org_id: orgId, id }) => ({ orgId, id })),
  );
}
