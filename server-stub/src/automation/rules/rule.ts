import type { WorkflowAction, WorkflowTrigger } from '@crm-elements/contract';

/** A workflow rule as it is kept. */
export interface Rule {
  id: string;
  name: string;
  description: string;
  module: string;
  active: boolean;
  trigger: WorkflowTrigger;
  fields: string[];
  criteria: string | null;
  actions: WorkflowAction[];
  modified_by: string;
  modified_at: Date;
}
