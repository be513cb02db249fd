/** An action of a run has given up; the key is the id of the run. */
export const WORKFLOW_FAILED = 'workflow.failed';

/** What that event carries. */
export interface WorkflowFailed {
  ruleName: string;
  /** Who changed the rule last. */
  userId: string;
  module: string;
  recordId: string;
}
