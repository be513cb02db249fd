import type { WorkflowRule } from '@crm-elements/contract';

/** What is written of a rule. */
export const inputOf = (
  rule: WorkflowRule,
): Omit<WorkflowRule, 'id' | 'modified_by' | 'modified_at' | 'last_run_at'> => ({
  name: rule.name,
  description: rule.description,
  module: rule.module,
  active: rule.active,
  trigger: rule.trigger,
  fields: rule.fields,
  criteria: rule.criteria,
  actions: rule.actions,
});
