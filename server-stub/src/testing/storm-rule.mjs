import { randomUUID } from 'node:crypto';

/**
 * The rule of a storm of new leads, for one kind of action. In JavaScript, because the benches use it too.
 * @param {import('@crm-elements/contract').WorkflowAction} action
 * @returns {import('@crm-elements/contract').WorkflowRuleInput & { client_id: string }}
 */
export const stormRule = (action) => ({
  client_id: randomUUID(),
  name: `Storm ${action.type}`,
  module: 'Leads',
  active: true,
  trigger: 'create',
  criteria: '(Company:equals:Storm)',
  actions: [action],
});
