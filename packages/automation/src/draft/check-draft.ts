import type { ActionDraft } from './action-draft.js';
import type { Faults } from './faults.js';
import type { RuleDraft } from './rule-draft.js';

/** Parts of each action that may not be left empty. */
const needed: Record<ActionDraft['type'], readonly string[]> = {
  field_update: ['field'],
  task: ['subject', 'dueInDays'],
  email_alert: ['to', 'subject', 'body'],
  webhook: ['url'],
  create_record: ['module'],
};

const isEmpty = (value: unknown) =>
  value === null || (typeof value === 'string' ? !value.trim() : Array.isArray(value) && value.length === 0);

/** What is missing, told before anything is sent. @param message said of each missing part */
export function checkDraft({ name, module, actions }: RuleDraft, message: string): Faults {
  const missing = [...(name.trim() ? [] : ['name']), ...(module ? [] : ['module'])];
  if (actions.length === 0) missing.push('actions');
  for (const [index, { action }] of actions.entries()) {
    const parts = Object.entries(action).filter(
      ([part, value]) => needed[action.type].includes(part) && isEmpty(value),
    );
    missing.push(
      ...parts.map(([part]) => `actions[${index}].${part === 'dueInDays' ? 'due_in_days' : part}`),
    );
  }
  return new Map(missing.map((path) => [path, message]));
}
