import type { WorkflowAction } from '@crm-elements/contract';
import { findTimeZone } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import type { InputRow } from '../../records/index.js';
import type { Merger } from '../merge/merger.js';
import type { Step } from './do-within.js';

const DAY_MS = 86_400_000;
const MAX_SUBJECT = 300;

type TaskAction = Extract<WorkflowAction, { type: 'task' }>;

/** The row that an action writes. */
export async function rowOf(db: Db, { run, action }: Step, merger: Merger): Promise<InputRow> {
  switch (action.type) {
    case 'field_update':
      return { id: run.recordId, [action.field]: merger.value(action.value) };
    case 'create_record':
      return Object.fromEntries(
        Object.entries(action.values).map(([name, value]) => [name, merger.value(value)]),
      );
    case 'task':
      return taskRow(run, action, merger, await findTimeZone(db, run.orgId));
    default:
      throw new Error(`${action.type} writes no row`);
  }
}

function taskRow(run: Step['run'], action: TaskAction, merger: Merger, timeZone: string): InputRow {
  const owner = merger.record.Owner as { id: string } | null | undefined;
  return {
    Subject: merger.text(action.subject).trim().slice(0, MAX_SUBJECT) || run.ruleName,
    Due_Date: dayIn(run.startedAt, timeZone, action.due_in_days),
    Status: 'Not Started',
    ...(action.priority !== undefined && { Priority: action.priority }),
    ...(action.description !== undefined && { Description: merger.text(action.description) }),
    Owner: { id: action.assign_to === 'owner' ? (owner?.id ?? run.actorId) : action.assign_to },
    ...aboutRecord(run, merger),
  };
}

/** A person is whom the task is with; any other record, if it is still there, is what it is about. */
function aboutRecord(run: Step['run'], { record, module }: Merger): InputRow {
  if (run.trigger === 'delete') return {};
  const person = module.workflow?.person;
  if (person === undefined) return about(run.module, run.recordId);
  const { id, module: of } = (record[person] ?? {}) as { id?: string | null; module?: { api_name: string } };
  return id && of ? about(of.api_name, id) : {};
}

const about = (module: string, id: string): InputRow =>
  module === 'Contacts' ? { Who_Id: id } : { What_Id: id };

/** The day after so many days, as `2026-01-31`. */
function dayIn(from: Date, timeZone: string, days: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(from);
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
