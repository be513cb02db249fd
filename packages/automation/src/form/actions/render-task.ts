import type { CrmUserPickedEvent } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { TaskDraft } from '../../draft/action-draft.js';
import { renderMergeText } from '../render-merge-text.js';
import { renderSelect } from '../render-select.js';
import { renderText } from '../render-text.js';
import { partOf, type ActionView } from '../view.js';

/** Priorities of tasks. */
const priorities = ['Highest', 'High', 'Normal', 'Low', 'Lowest'];

/** A task: what is to be done, when, by whom. */
export function renderTask(view: ActionView<TaskDraft>): TemplateResult {
  const { action, path, words, client, fault, change } = view;
  const field = view.fieldsByModule.get('Tasks')?.find(({ api_name: name }) => name === 'Priority');
  const named = field?.pick_list_values.map((one) => [one.actual_value, one.display_value] as const);
  return html`
    ${renderMergeText({
      ...partOf(view, 'subject'),
      label: words.form.subject,
      value: action.subject,
      view,
      required: true,
      change: (subject) => change({ subject }),
    })}
    <div class="pair">
      ${renderText({
        ...partOf(view, 'due_in_days'),
        label: words.form.dueInDays,
        type: 'number',
        value: action.dueInDays === null ? '' : String(action.dueInDays),
        required: true,
        change: (days) => change({ dueInDays: days === '' ? null : Number(days) }),
      })}
      ${renderSelect({
        ...partOf(view, 'priority'),
        label: words.form.priority,
        value: action.priority,
        options: named ?? priorities.map((name) => [name, name]),
        blank: words.form.empty,
        change: (priority) => change({ priority }),
      })}
    </div>
    <div class="pair">
      ${renderSelect({
        ...partOf(view, 'assign_to'),
        label: words.form.assignTo,
        value: action.assignTo === 'owner' ? 'owner' : 'user',
        options: [
          ['owner', words.form.recordOwner],
          ['user', words.form.someone],
        ],
        change: (who) => change({ assignTo: who === 'owner' ? 'owner' : '' }),
      })}
      ${
        action.assignTo === 'owner'
          ? nothing
          : html`<crm-user-picker
              data-path=${`${path}.assign_to`}
              label=${words.form.user}
              required
              .client=${client}
              .value=${action.assignTo ? { type: 'user', id: action.assignTo, name: '' } : null}
              error=${fault(`${path}.assign_to`) ?? ''}
              @crm-user-picked=${({ value }: CrmUserPickedEvent) => change({ assignTo: value?.id ?? '' })}
            ></crm-user-picker>`
      }
    </div>
    ${renderMergeText({
      ...partOf(view, 'description'),
      label: words.form.description,
      value: action.description,
      view,
      multiline: true,
      change: (description) => change({ description }),
    })}
  `;
}
