import type { WorkflowAction, WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { Tx } from '../../platform/db/database.js';
import {
  insertRecords,
  systemContext,
  updateRecords,
  type InputRow,
  type Modules,
} from '../../records/index.js';
import { createMergers } from './mergers.js';
import { rowOf } from './row-of.js';
import type { DueRun } from './run-due.js';

/** One action of a run. */
export interface Step {
  run: DueRun;
  position: number;
  action: WorkflowAction;
}

/** What has come of it: done, or what was wrong. */
export interface Outcome {
  step: Step;
  error?: { code: string; message: string };
}

/** Writes of one kind that can be made together. */
interface Group {
  steps: Step[];
  module: string;
  change: 'insert' | 'update';
}

/** Does actions within the database: those of one run in their order, those of many runs together. */
export async function doWithin(tx: Tx, modules: Modules, steps: Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const round of inRounds(steps))
    for (const group of groupsOf(round)) outcomes.push(...(await doGroup(tx, modules, group)));
  return outcomes;
}

/** The first action of each run, then the second, ... */
function inRounds(steps: Step[]): Step[][] {
  const rounds: Step[][] = [];
  const taken = new Map<DueRun, number>();
  for (const step of steps) {
    const round = taken.get(step.run) ?? 0;
    (rounds[round] ??= []).push(step);
    taken.set(step.run, round + 1);
  }
  return rounds;
}

function groupsOf(steps: Step[]): Group[] {
  const groups = new Map<string, Group>();
  for (const step of steps) {
    const { run, action } = step;
    const change = action.type === 'field_update' ? 'update' : 'insert';
    const module =
      action.type === 'create_record' ? action.module : action.type === 'task' ? 'Tasks' : run.module;
    const key = [run.orgId, run.actorId, run.ruleId, run.depth, run.module, module, change].join(' ');
    const group = groups.get(key) ?? { steps: [], module, change };
    group.steps.push(step);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** All at once; where that cannot be, each on its own, so that one that is wrong spoils no other. */
async function doGroup(tx: Tx, modules: Modules, group: Group): Promise<Outcome[]> {
  await sql`savepoint actions`.execute(tx);
  try {
    return await write(tx, modules, group);
  } catch (error) {
    if (isConflict(error)) throw error;
    await sql`rollback to savepoint actions`.execute(tx);
    const [only, ...others] = group.steps;
    if (only && others.length === 0) return [{ step: only, error: describe(error) }];
    const outcomes: Outcome[] = [];
    for (const step of group.steps)
      outcomes.push(...(await doGroup(tx, modules, { ...group, steps: [step] })));
    return outcomes;
  }
}

/** Chosen by the database to give way: the whole is tried again. */
const isConflict = (error: unknown) => ['40P01', '40001'].includes((error as { code?: string }).code ?? '');

const describe = (error: unknown) =>
  error instanceof CrmFailure
    ? { code: error.crmCode, message: error.message }
    : { code: 'internal_error', message: 'the server could not do it' };

async function write(tx: Tx, modules: Modules, { steps, module, change }: Group): Promise<Outcome[]> {
  const [first] = steps;
  if (!first) return [];
  const { orgId, actorId, ruleId, depth } = first.run;
  const context = await systemContext(tx, modules, orgId, actorId, { rule: ruleId, depth: depth + 1 });
  const mergers = await createMergers(tx, context, steps);
  const rows: { step: Step; row: InputRow }[] = [];
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const merger = mergers.get(step);
    if (merger) rows.push({ step, row: await rowOf(tx, context, step, merger) });
    else outcomes.push({ step, error: { code: 'record_gone', message: 'the record is not there any more' } });
  }
  const store = change === 'insert' ? insertRecords : updateRecords;
  const answers = await store(
    tx,
    context,
    context.modules.find(module),
    rows.map(({ row }) => row),
  );
  rows.forEach(({ step }, index) => outcomes.push(toOutcome(step, answers[index])));
  return outcomes;
}

function toOutcome(step: Step, answer: WriteRow | undefined): Outcome {
  if (answer?.status !== 'error') return { step };
  const { api_name: field } = answer.details;
  const where = typeof field === 'string' ? `${field}: ` : '';
  return { step, error: { code: answer.code, message: `${where}${answer.message}` } };
}
