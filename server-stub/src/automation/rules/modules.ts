import type { WorkflowModule } from '@crm-elements/contract';
import { type Field, type Module } from '../../records/index.js';

/** The field with the address of a record itself. */
export const emailFieldOf = ({ fields }: Module): Field | undefined =>
  fields.find(({ dataType }) => dataType === 'email');

/** Whether a mail can go to a record itself, or to the person whom it is about. */
export const hasEmail = (module: Module): boolean =>
  emailFieldOf(module) !== undefined || module.workflow?.person !== undefined;

/** Whether records of a module, or the people whom they are about, have owners. */
export const hasOwner = ({ fields, workflow }: Module): boolean =>
  workflow?.person !== undefined || fields.some(({ apiName }) => apiName === 'Owner');

/** What rules of each module may be made of; modules that take no rules are left out. */
export const listWorkflowModules = (modules: Module[]): WorkflowModule[] =>
  modules.flatMap((module) =>
    module.workflow
      ? {
          api_name: module.apiName,
          label: module.plural,
          triggers: [...module.workflow.triggers],
          actions: [...module.workflow.actions],
          has_email: hasEmail(module),
        }
      : [],
  );
