import type { WorkflowTrigger } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { DraftChange, RuleDraft } from '../draft/rule-draft.js';
import { renderFault } from './render-field.js';
import { renderSelect } from './render-select.js';
import type { FormView } from './view.js';
import { renderCriteria } from './render-criteria.js';

type Change = (change: DraftChange) => void;

/** What sets the rule off, and which records it is about. */
export function renderTrigger(draft: RuleDraft, view: FormView, change: Change): TemplateResult {
  const { words, modules, fault } = view;
  const triggers = modules.find(({ api_name: name }) => name === draft.module)?.triggers ?? [];
  if (!draft.module) return html``;
  return html`
    <section part="section">
      <h3>${words.form.trigger}</h3>
      ${renderSelect({
        path: 'trigger',
        label: words.form.trigger,
        labelHidden: true,
        value: draft.trigger,
        options: triggers.map((trigger) => [trigger, words.triggers[trigger]]),
        fault: fault('trigger'),
        change: (chosen) =>
          change({
            type: 'set',
            values: { trigger: triggers.find((one) => one === chosen) ?? draft.trigger },
          }),
      })}
      ${draft.trigger === ('field_update' satisfies WorkflowTrigger) ? renderFields(draft, view, change) : nothing}
    </section>
    <section part="section">
      <h3>${words.form.criteria}</h3>
      ${renderCriteria(draft, view, change)}
    </section>
  `;
}

/** Which fields are looked at. */
function renderFields(
  { fields: chosen }: RuleDraft,
  { words, fields, fault }: FormView,
  change: Change,
): TemplateResult {
  const toggle = (name: string, isChosen: boolean) =>
    change({
      type: 'set',
      values: { fields: isChosen ? [...chosen, name] : chosen.filter((one) => one !== name) },
    });
  return html`
    <fieldset class="choices" data-path="fields">
      <legend class="label">${words.form.fields}</legend>
      <p class="hint">${words.form.fieldsHint}</p>
      <div class="grid">
        ${fields.map(
          ({ api_name: name, field_label: label }) => html`
            <label class="choice">
              <input
                type="checkbox"
                .checked=${chosen.includes(name)}
                @change=${(event: Event) => toggle(name, (event.target as HTMLInputElement).checked)}
              />
              ${label}
            </label>
          `,
        )}
      </div>
      ${renderFault('fields', fault('fields'))}
    </fieldset>
  `;
}
