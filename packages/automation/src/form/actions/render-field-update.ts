import { html, nothing, type TemplateResult } from 'lit';
import type { FieldUpdateDraft } from '../../draft/action-draft.js';
import { renderSelect } from '../render-select.js';
import { renderValue } from '../render-value.js';
import type { ActionView } from '../view.js';
import { writable } from './writable.js';

/** Which field gets which value. */
export function renderFieldUpdate(view: ActionView<FieldUpdateDraft>): TemplateResult {
  const { action, path, words, fields, fault, change } = view;
  const field = fields.find(({ api_name: name }) => name === action.field);
  return html`
    <div class="pair">
      ${renderSelect({
        path: `${path}.field`,
        label: words.form.field,
        value: action.field,
        options: fields.filter(writable).map((one) => [one.api_name, one.field_label]),
        blank: words.form.choose,
        required: true,
        fault: fault(`${path}.field`),
        // A value fits the field that it was written for.
        change: (name) => change({ field: name, value: null }),
      })}
      ${
        field
          ? renderValue({
              ...view,
              path: `${path}.value`,
              label: words.form.value,
              field,
              value: action.value,
              change: (value) => change({ value }),
            })
          : nothing
      }
    </div>
  `;
}
