import type { WorkflowRule, WorkflowRuleInput } from '@crm-elements/contract';

/** What is written of a rule. */
export const inputOf = (rule: WorkflowRule): WorkflowRuleInput => ({
  name: rule.name,
  description: rule.description,
  module: rule.module,
  active: rule.active,
  trigger: rule.trigger,
  fields: rule.fields,
  criteria: rule.criteria,
  actions: rule.actions,
});
