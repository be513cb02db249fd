import type {
  WorkflowActionType,
  WorkflowRule,
  WorkflowRuleInput,
  WorkflowTrigger,
} from '@crm-elements/contract';
import { inputOf } from '../rules/rule-input.js';
import { actionOfDraft, blankAction, draftOfAction, type ActionDraft } from './action-draft.js';

/** An action among others; its key stays with it when it is moved. */
export interface KeyedAction {
  key: number;
  action: ActionDraft;
}

/** A rule while it is written. */
export interface RuleDraft {
  name: string;
  description: string;
  module: string;
  active: boolean;
  trigger: WorkflowTrigger;
  fields: readonly string[];
  criteria: string | null;
  actions: readonly KeyedAction[];
}

export type DraftChange =
  | { type: 'set'; values: Partial<Omit<RuleDraft, 'module' | 'actions'>> }
  /** Another module has other fields: what hangs on them goes. */
  | { type: 'module-chosen'; module: string; triggers: readonly WorkflowTrigger[] }
  | { type: 'action-added'; action: WorkflowActionType }
  | { type: 'action-changed'; key: number; values: object }
  | { type: 'action-removed'; key: number }
  | { type: 'action-moved'; key: number; by: -1 | 1 };

export const blankRule: RuleDraft = {
  name: '',
  description: '',
  module: '',
  active: true,
  trigger: 'create',
  fields: [],
  criteria: null,
  actions: [],
};

/** A rule as it is written, from what the server keeps. */
export const draftOf = (rule: WorkflowRule): RuleDraft => ({
  ...inputOf(rule),
  actions: rule.actions.map((action, key) => ({ key, action: draftOfAction(action) })),
});

/** What is sent of a rule. */
export const inputOfDraft = ({ fields, actions, ...draft }: RuleDraft): WorkflowRuleInput => ({
  ...draft,
  name: draft.name.trim(),
  fields: draft.trigger === 'field_update' ? [...fields] : [],
  actions: actions.map(({ action }) => actionOfDraft(action)),
});

export function reduceDraft(draft: RuleDraft, change: DraftChange): RuleDraft {
  const { actions } = draft;
  switch (change.type) {
    case 'set':
      return { ...draft, ...change.values };
    case 'module-chosen': {
      const [first = 'create'] = change.triggers;
      const trigger = change.triggers.includes(draft.trigger) ? draft.trigger : first;
      return { ...draft, module: change.module, trigger, fields: [], criteria: null };
    }
    case 'action-added': {
      const key = Math.max(-1, ...actions.map((one) => one.key)) + 1;
      return { ...draft, actions: [...actions, { key, action: blankAction(change.action) }] };
    }
    case 'action-changed':
      return {
        ...draft,
        actions: actions.map((one) =>
          one.key === change.key ? { ...one, action: { ...one.action, ...change.values } } : one,
        ),
      };
    case 'action-removed':
      return { ...draft, actions: actions.filter(({ key }) => key !== change.key) };
    case 'action-moved':
      return { ...draft, actions: moved(actions, change.key, change.by) };
  }
}

function moved(actions: readonly KeyedAction[], key: number, by: number): readonly KeyedAction[] {
  const from = actions.findIndex((one) => one.key === key);
  const one = actions[from];
  const to = from + by;
  if (!one || to < 0 || to >= actions.length) return actions;
  return actions.toSpliced(from, 1).toSpliced(to, 0, one);
}
