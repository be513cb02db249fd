import type { WorkflowAction, WorkflowActionType } from '@crm-elements/contract';

type Action<T extends WorkflowActionType> = Extract<WorkflowAction, { type: T }>;

/** A name and its value, as they are written: not complete yet, perhaps twice the same. */
export interface Pair<V> {
  name: string;
  value: V;
}

export interface FieldUpdateDraft {
  type: 'field_update';
  field: string;
  value: unknown;
}

export interface TaskDraft {
  type: 'task';
  subject: string;
  /** Days after the day of the run; null while nothing is written. */
  dueInDays: number | null;
  priority: string;
  description: string;
  /** `owner`, or the id of a user. */
  assignTo: string;
}

export interface EmailAlertDraft {
  type: 'email_alert';
  to: Action<'email_alert'>['to'];
  subject: string;
  body: string;
}

export interface WebhookDraft {
  type: 'webhook';
  url: string;
  method: Action<'webhook'>['method'];
  /** The record itself is sent where there are none. */
  values: readonly Pair<string>[];
}

export interface CreateRecordDraft {
  type: 'create_record';
  module: string;
  values: readonly Pair<unknown>[];
}

/** An action while it is written. */
export type ActionDraft = FieldUpdateDraft | TaskDraft | EmailAlertDraft | WebhookDraft | CreateRecordDraft;

const blanks: { [T in WorkflowActionType]: Extract<ActionDraft, { type: T }> } = {
  field_update: { type: 'field_update', field: '', value: null },
  task: { type: 'task', subject: '', dueInDays: 1, priority: '', description: '', assignTo: 'owner' },
  email_alert: { type: 'email_alert', to: ['owner'], subject: '', body: '' },
  webhook: { type: 'webhook', url: '', method: 'POST', values: [] },
  create_record: { type: 'create_record', module: '', values: [{ name: '', value: null }] },
};

/** An action with nothing in it yet. */
export const blankAction = (type: WorkflowActionType): ActionDraft => blanks[type];

/** An action as it is written, from what the server keeps. */
export function draftOfAction(action: WorkflowAction): ActionDraft {
  switch (action.type) {
    case 'task':
      return {
        type: 'task',
        subject: action.subject,
        dueInDays: action.due_in_days,
        priority: action.priority ?? '',
        description: action.description ?? '',
        assignTo: action.assign_to,
      };
    case 'webhook':
      return { ...action, values: pairsOf(action.values ?? {}) };
    case 'create_record':
      return { ...action, values: pairsOf(action.values) };
    case 'field_update':
      return { type: 'field_update', field: action.field, value: action.value };
    case 'email_alert':
      return action;
  }
}

/** What is sent of an action; it may be incomplete, which the server says. */
export function actionOfDraft(draft: ActionDraft): WorkflowAction {
  switch (draft.type) {
    case 'task':
      return {
        type: 'task',
        subject: draft.subject,
        due_in_days: draft.dueInDays ?? 0,
        assign_to: draft.assignTo,
        ...(draft.priority && { priority: draft.priority }),
        ...(draft.description && { description: draft.description }),
      };
    case 'webhook': {
      const { values, ...rest } = draft;
      return values.length > 0 ? { ...rest, values: recordOf(values) } : rest;
    }
    case 'create_record':
      return { ...draft, values: recordOf(draft.values) };
    case 'field_update':
    case 'email_alert':
      return draft;
  }
}

const pairsOf = <V>(values: Record<string, V>): Pair<V>[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

/** Pairs without a name say nothing. */
const recordOf = <V>(pairs: readonly Pair<V>[]): Record<string, V> =>
  Object.fromEntries(pairs.filter(({ name }) => name.trim()).map(({ name, value }) => [name.trim(), value]));
