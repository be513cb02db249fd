import type { WorkflowRule, WorkflowRun } from '@crm-elements/contract';
import type { EmailAlertDraft } from './draft/action-draft.js';

/** Asks the host to open the record that has set off a rule. */
export class CrmWorkflowRecordOpenEvent extends Event {
  constructor(
    readonly module: string,
    readonly record: WorkflowRun['record'],
  ) {
    super('crm-workflow-record-open', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Tells that a rule was made or changed. */
export class CrmWorkflowRuleSavedEvent extends Event {
  constructor(readonly rule: WorkflowRule) {
    super('crm-workflow-rule-saved', { bubbles: true, composed: true });
  }
}

/** Tells that a rule was deleted. */
export class CrmWorkflowRuleDeletedEvent extends Event {
  constructor(readonly ruleId: string) {
    super('crm-workflow-rule-deleted', { bubbles: true, composed: true });
  }
}

/** Tells that the reader has left the form of a rule, or wants to. */
export class CrmWorkflowFormLeftEvent extends Event {
  constructor() {
    super('crm-workflow-form-left');
  }
}

/** Tells that a text with merge fields was written. */
export class CrmMergeTextChangedEvent extends Event {
  constructor(readonly value: string) {
    super('crm-merge-text-changed', { bubbles: true, composed: true });
  }
}

/** Tells that somebody was added to those who get a mail, or removed. */
export class CrmRecipientsChangedEvent extends Event {
  constructor(readonly value: EmailAlertDraft['to']) {
    super('crm-recipients-changed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-workflow-record-open': CrmWorkflowRecordOpenEvent;
    'crm-workflow-rule-saved': CrmWorkflowRuleSavedEvent;
    'crm-workflow-rule-deleted': CrmWorkflowRuleDeletedEvent;
    'crm-workflow-form-left': CrmWorkflowFormLeftEvent;
    'crm-recipients-changed': CrmRecipientsChangedEvent;
    'crm-merge-text-changed': CrmMergeTextChangedEvent;
  }
}
