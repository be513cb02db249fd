import type { WorkflowActionType } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DraftChange, KeyedAction, RuleDraft } from '../draft/rule-draft.js';
import { renderIcon } from '../render-icon.js';
import { renderAction } from './actions/render-action.js';
import { renderFault } from './render-field.js';
import { valueOf, type FormView } from './view.js';

interface Handlers {
  change: (change: DraftChange) => void;
  add: (type: WorkflowActionType) => void;
}

const types: readonly WorkflowActionType[] = [
  'field_update',
  'task',
  'email_alert',
  'webhook',
  'create_record',
];

/** What the rule does, in order. */
export function renderActions(draft: RuleDraft, view: FormView, handlers: Handlers): TemplateResult {
  const { words, fault, modules } = view;
  if (!draft.module) return html``;
  const module = modules.find(({ api_name: name }) => name === draft.module);
  const offered = types.filter((type) => !module || module.actions.includes(type));
  const add = (event: Event) => {
    const chosen = types.find((type) => type === valueOf(event));
    (event.target as HTMLSelectElement).value = '';
    if (chosen) handlers.add(chosen);
  };
  return html`
    <section part="section">
      <h3>${words.form.actions}</h3>
      ${draft.actions.length === 0 ? html`<p class="hint">${words.form.noActions}</p>` : nothing}
      <ol>
        ${repeat(
          draft.actions,
          ({ key }) => key,
          (one, index) => renderCard(one, index, draft, view, handlers.change),
        )}
      </ol>
      <div class="adder" data-path="actions">
        <select
          aria-label=${words.form.addAction}
          aria-invalid=${draft.actions.length === 0 && fault('actions') ? 'true' : nothing}
          @change=${add}
        >
          <option value="">${words.form.addAction}…</option>
          ${offered.map((type) => html`<option value=${type}>${words.actions[type]}</option>`)}
        </select>
        ${draft.actions.length === 0 ? renderFault('actions', fault('actions')) : nothing}
      </div>
    </section>
  `;
}

function renderCard(
  { key, action }: KeyedAction,
  index: number,
  draft: RuleDraft,
  view: FormView,
  change: Handlers['change'],
): TemplateResult {
  const { words, formats, modules } = view;
  const title = words.actions[action.type];
  const label = `${formats.number(index + 1)}. ${title}`;
  const button = (icon: 'up' | 'down' | 'remove', name: string, isOff: boolean, one: DraftChange) => html`
    <button
      class="icon-button"
      type="button"
      title=${name}
      aria-label=${name}
      ?disabled=${isOff}
      @click=${() => change(one)}
    >
      ${renderIcon(icon)}
    </button>
  `;
  return html`
    <li class="action" part="action" aria-label=${label}>
      <div class="action-head">
        <h4 class="action-title" tabindex="-1">${label}</h4>
        ${button('up', words.form.moveUp(label), index === 0, { type: 'action-moved', key, by: -1 })}
        ${button('down', words.form.moveDown(label), index === draft.actions.length - 1, {
          type: 'action-moved',
          key,
          by: 1,
        })}
        ${button('remove', words.form.remove(label), false, { type: 'action-removed', key })}
      </div>
      ${renderAction({
        ...view,
        action,
        path: `actions[${index}]`,
        module: modules.find(({ api_name: name }) => name === draft.module),
        change: (values) => change({ type: 'action-changed', key, values }),
      })}
    </li>
  `;
}
