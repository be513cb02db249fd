import type { Elements } from '@crm-elements/core';
import { CrmWorkflowRules } from './rules/crm-workflow-rules.js';
import { CrmWorkflowRuns } from './runs/crm-workflow-runs.js';

export const elements: Elements = {
  'crm-workflow-rules': CrmWorkflowRules,
  'crm-workflow-runs': CrmWorkflowRuns,
};
