export { elements } from './elements.js';
export {
  CrmMergeTextChangedEvent,
  CrmRecipientsChangedEvent,
  CrmWorkflowFormLeftEvent,
  CrmWorkflowRecordOpenEvent,
  CrmWorkflowRuleDeletedEvent,
  CrmWorkflowRuleSavedEvent,
} from './events.js';
export { formElements } from './form-elements.js';
export { CrmMergeText } from './form/crm-merge-text.js';
export { CrmWorkflowRecipients } from './form/crm-workflow-recipients.js';
export { CrmWorkflowRuleForm } from './form/crm-workflow-rule-form.js';
export { CrmWorkflowRules } from './rules/crm-workflow-rules.js';
export { CrmWorkflowRuns } from './runs/crm-workflow-runs.js';
