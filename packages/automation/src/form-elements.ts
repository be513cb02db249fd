import type { Elements } from '@crm-elements/core';
import { CrmMergeText } from './form/crm-merge-text.js';
import { CrmWorkflowRecipients } from './form/crm-workflow-recipients.js';
import { CrmWorkflowRuleForm } from './form/crm-workflow-rule-form.js';

/** The form of a rule, which is loaded when somebody opens it. */
export const formElements: Elements = {
  'crm-merge-text': CrmMergeText,
  'crm-workflow-recipients': CrmWorkflowRecipients,
  'crm-workflow-rule-form': CrmWorkflowRuleForm,
};
