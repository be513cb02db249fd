import type { WorkflowAction, WorkflowTrigger } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/db/database.js';
import { startWorker } from '../../platform/jobs/worker.js';
import type { Modules } from '../../records/index.js';
import { prepareOutside } from '../outside/prepare.js';
import { doWithin, type Outcome, type Step } from './do-within.js';
import { settleRuns } from './settle.js';

const BATCH = 200;
const POLL_MS = 100;

/** What is done within the database; the rest leaves it. */
const within: readonly string[] = ['field_update', 'task', 'create_record'];

/** A run whose time has come. */
export interface DueRun {
  orgId: string;
  id: string;
  ruleId: string;
  ruleName: string;
  /** Who changed the rule last: texts are written in their language. */
  ownerId: string;
  module: string;
  recordId: string;
  actorId: string;
  depth: number;
  trigger: WorkflowTrigger;
  startedAt: Date;
  actions: WorkflowAction[];
  /** Positions of the actions that wait. */
  waiting: number[];
}

/** The lock lasts as long as the transaction: whichever node has a run, no other one does. */
async function claim(tx: Tx): Promise<DueRun[]> {
  const { rows } = await sql<DueRun>`
    select r.org_id as "orgId", r.id, r.rule_id as "ruleId", r.rule_name as "ruleName", r.owner_id as "ownerId", r.module,
      r.record_id as "recordId", r.actor_id as "actorId", r.depth, r.trigger, r.started_at as "startedAt", r.actions,
      array(select position from workflow_run_action a where a.org_id = r.org_id and a.run_id = r.id and a.status = 'waiting'
        order by position) as waiting
    from workflow_run r where r.due_at <= now() order by r.id limit ${BATCH} for update of r skip locked`.execute(
    tx,
  );
  return rows;
}

const stepOf = (run: DueRun, position: number): Step | undefined => {
  const action = run.actions[position];
  return action && { run, position, action };
};

const stepsOf = (runs: DueRun[], inDatabase: boolean): Step[] =>
  runs.flatMap((run) =>
    run.waiting
      .map((position) => stepOf(run, position))
      .filter((step): step is Step => step !== undefined && within.includes(step.action.type) === inDatabase),
  );

/**
 * Does what due runs do within the database, and marks it done in the same transaction, so that it is done exactly
 * once; then makes ready what they send.
 * @returns how many runs there were
 */
const runBatch = ({ transact }: Database, modules: Modules): Promise<number> =>
  transact(async (tx) => {
    const runs = await claim(tx);
    if (runs.length === 0) return 0;
    await record(tx, await doWithin(tx, modules, stepsOf(runs, true)));
    await record(tx, await prepareOutside(tx, modules, stepsOf(runs, false)));
    await sql`
      update workflow_run set due_at = null
      where (org_id, id) in (select * from unnest(${runs.map(({ orgId }) => orgId)}::bigint[], ${runs.map(({ id }) => id)}::bigint[]))`.execute(
      tx,
    );
    await settleRuns(tx, runs);
    return runs.length;
  });

/** Writes down what has come of actions. */
async function record(tx: Tx, outcomes: Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await sql`
    update workflow_run_action a set
      status = case when u.code is null then 'done' else 'failed' end, error_code = u.code, error_message = u.message,
      attempts = a.attempts + 1, finished_at = now()
    from unnest(${outcomes.map(({ step }) => step.run.orgId)}::bigint[], ${outcomes.map(({ step }) => step.run.id)}::bigint[],
      ${outcomes.map(({ step }) => step.position)}::int[], ${outcomes.map(({ error }) => error?.code ?? null)}::text[],
      ${outcomes.map(({ error }) => error?.message ?? null)}::text[]) as u (org, run, position, code, message)
    where a.org_id = u.org and a.run_id = u.run and a.position = u.position`.execute(tx);
}

/** Runs what is due, on any number of nodes. @returns a function that stops it, when what is under way is done */
export function startRunning(
  database: Database,
  modules: Modules,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  const stop = startWorker({
    claim: async () => ((await runBatch(database, modules)) > 0 ? ['more'] : []),
    serve: async () => {
      while (!stopped && (await runBatch(database, modules)) > 0);
    },
    atOnce: 1,
    pollMs: POLL_MS,
    onError,
  });
  return () => {
    stopped = true;
    return stop();
  };
}
