import type { ActionDraft } from '../draft/action-draft.js';
import type { Faults } from '../draft/faults.js';
import type { RuleDraft } from '../draft/rule-draft.js';

/** Parts that say themselves what is wrong with them. */
const parts: Record<ActionDraft['type'], string> = {
  field_update: 'field|value',
  task: 'subject|due_in_days|priority|assign_to|description',
  email_alert: 'to|subject|body',
  webhook: 'url|method|values',
  create_record: 'module|values',
};

/** What is wrong, but is not said at any part of the form. */
export function listRemaining(faults: Faults, { actions }: RuleDraft): string[] {
  const shown = [/^(name|description|module|trigger|fields|criteria)|^actions$/];
  for (const [index, { action }] of actions.entries())
    shown.push(new RegExp(`^actions\\[${index}\\]\\.(${parts[action.type]})\\b`));
  return [...faults].filter(([path]) => !shown.some((one) => one.test(path))).map(([, message]) => message);
}
