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

/** Runs were set off or have another status; one event for each organization, the payload names them. */
export const RUNS_CHANGED = 'workflow.runs_changed';

/** What that event carries. */
export interface RunsChanged {
  ids: string[];
}
