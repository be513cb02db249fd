import type { Elements } from '@crm-elements/core';
import { CrmMergeText } from './form/crm-merge-text.js';
import { CrmWorkflowRecipients } from './form/crm-workflow-recipients.js';
import { CrmWorkflowRuleForm } from './form/crm-workflow-rule-form.js';
import { CrmWorkflowRules } from './rules/crm-workflow-rules.js';
import { CrmWorkflowRuns } from './runs/crm-workflow-runs.js';

export const elements: Elements = {
  'crm-merge-text': CrmMergeText,
  'crm-workflow-recipients': CrmWorkflowRecipients,
  'crm-workflow-rule-form': CrmWorkflowRuleForm,
  'crm-workflow-rules': CrmWorkflowRules,
  'crm-workflow-runs': CrmWorkflowRuns,
};
