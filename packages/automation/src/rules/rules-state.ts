import type { WorkflowModule, WorkflowRule } from '@crm-elements/contract';

export interface RulesState {
  modules: readonly WorkflowModule[];
  /** Oldest first. */
  rules: readonly WorkflowRule[];
}

export type RulesChange =
  | { type: 'loaded'; modules: readonly WorkflowModule[]; rules: readonly WorkflowRule[] }
  | { type: 'switched'; id: string; active: boolean }
  /** Made or changed. */
  | { type: 'saved'; rule: WorkflowRule }
  | { type: 'deleted'; id: string };

export function reduceRules(state: RulesState | undefined, change: RulesChange): RulesState {
  const { modules, rules } = state ?? { modules: [], rules: [] };
  switch (change.type) {
    case 'loaded':
      return { modules: change.modules, rules: change.rules };
    case 'switched': {
      const { id, active } = change;
      return { modules, rules: rules.map((rule) => (rule.id === id ? { ...rule, active } : rule)) };
    }
    case 'saved': {
      const { rule } = change;
      const isKnown = rules.some(({ id }) => id === rule.id);
      return {
        modules,
        rules: isKnown ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule],
      };
    }
    case 'deleted':
      return { modules, rules: rules.filter(({ id }) => id !== change.id) };
  }
}
