import type { WorkflowRuleInput } from '@crm-elements/contract';
import { checkCriteria, CriteriaError, parseCriteria } from '@crm-elements/contract/criteria';
import type { Tx } from '../../platform/db/database.js';
import { findField, type Context, type Module } from '../../records/index.js';
import { checkAction } from './check-action.js';
import { Faults } from './faults.js';

/**
 * Checks a rule against the modules and fields of the organization.
 * @throws Failure invalid_input whose `errors` name each value that does not fit
 */
export async function checkRule(tx: Tx, context: Context, input: WorkflowRuleInput): Promise<void> {
  const faults = new Faults();
  const module = context.modules.all.find(({ apiName }) => apiName === input.module);
  if (!module?.workflow) {
    faults.add('module', 'no rules can be made for this module');
    faults.throwIfAny();
    return;
  }
  if (input.name.trim() === '') faults.add('name', 'a rule needs a name');
  if (!module.workflow.triggers.includes(input.trigger))
    faults.add('trigger', `records of ${module.apiName} do not set off rules this way`);
  (input.fields ?? []).forEach((name, index) => {
    if (!findField(module, name)) faults.add(`fields[${index}]`, `there is no field ${name}`);
  });
  checkCondition(module, input.criteria, faults);
  for (const [index, action] of input.actions.entries()) {
    const path = `actions[${index}]`;
    if (module.workflow.actions.includes(action.type))
      await checkAction({ tx, context, module, path, faults }, action);
    else faults.add(`${path}.type`, `rules of ${module.apiName} cannot do this`);
  }
  faults.throwIfAny();
}

function checkCondition(module: Module, criteria: string | null, faults: Faults): void {
  if (criteria === null) return;
  try {
    checkCriteria(parseCriteria(criteria), (name) => findField(module, name)?.dataType);
  } catch (error) {
    if (!(error instanceof CriteriaError)) throw error;
    faults.add('criteria', error.message);
  }
}
