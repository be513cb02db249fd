import type { WorkflowAction } from '@crm-elements/contract';
import { findTimeZone } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import type { Context, InputRow } from '../../records/index.js';
import { findPerson, ownerOf } from '../merge/find-person.js';
import type { Merger } from '../merge/merger.js';
import type { Step } from './do-within.js';

const DAY_MS = 86_400_000;
const MAX_SUBJECT = 300;

type TaskAction = Extract<WorkflowAction, { type: 'task' }>;

/** The row that an action writes. */
export async function rowOf(
  db: Db,
  context: Context,
  { run, action }: Step,
  merger: Merger,
): Promise<InputRow> {
  switch (action.type) {
    case 'field_update':
      return { id: run.recordId, [action.field]: merger.value(action.value) };
    case 'create_record':
      return Object.fromEntries(
        Object.entries(action.values).map(([name, value]) => [name, merger.value(value)]),
      );
    case 'task':
      return taskRow(db, context, run, action, merger);
    default:
      throw new Error(`${action.type} writes no row`);
  }
}

async function taskRow(
  db: Db,
  context: Context,
  run: Step['run'],
  action: TaskAction,
  merger: Merger,
): Promise<InputRow> {
  const timeZone = await findTimeZone(db, run.orgId);
  const person = await findPerson(db, context, merger);
  return {
    Subject: merger.text(action.subject).trim().slice(0, MAX_SUBJECT) || run.ruleName,
    Due_Date: dayIn(run.startedAt, timeZone, action.due_in_days),
    Status: 'Not Started',
    ...(action.priority !== undefined && { Priority: action.priority }),
    ...(action.description !== undefined && { Description: merger.text(action.description) }),
    Owner: { id: action.assign_to === 'owner' ? (ownerOf(person) ?? run.actorId) : action.assign_to },
    ...(run.trigger !== 'delete' && person && about(person.module.apiName, person.record.id)),
  };
}

/** A person is whom the task is with; any other record, if it is still there, is what it is about. */
const about = (module: string, id: string): InputRow =>
  module === 'Contacts' ? { Who_Id: id } : { What_Id: id };

/** The day after so many days, as `2026-01-31`. */
function dayIn(from: Date, timeZone: string, days: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(from);
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
