import { html, nothing, type TemplateResult } from 'lit';
import type { CreateRecordDraft } from '../../draft/action-draft.js';
import { renderSelect } from '../render-select.js';
import { renderValue } from '../render-value.js';
import type { ActionView } from '../view.js';
import { renderPairs } from './render-pairs.js';
import { writable } from './writable.js';

/** Which module gets a record, and what is in it. */
export function renderCreateRecord(view: ActionView<CreateRecordDraft>): TemplateResult {
  const { action, path, words, modules, fieldsByModule, fault, change } = view;
  const fields = fieldsByModule.get(action.module);
  return html`
    ${renderSelect({
      path: `${path}.module`,
      label: words.form.module,
      value: action.module,
      options: modules.map((module) => [module.api_name, module.label]),
      blank: words.form.choose,
      required: true,
      fault: fault(`${path}.module`),
      change: (module) => change({ module, values: [{ name: '', value: null }] }),
    })}
    ${
      fields
        ? renderPairs({
            title: words.form.fieldValues,
            pairs: action.values,
            words,
            blank: null,
            add: words.form.addField,
            change: (values) => change({ values }),
            render: (pair, write, index) => {
              const field = fields.find(({ api_name: name }) => name === pair.name);
              return html`
                ${renderSelect({
                  path: `${path}.names.${index}`,
                  label: words.form.field,
                  value: pair.name,
                  options: fields.filter(writable).map((one) => [one.api_name, one.field_label]),
                  blank: words.form.choose,
                  fault: undefined,
                  change: (name) => write({ name, value: null }),
                })}
                ${
                  field
                    ? renderValue({
                        ...view,
                        path: `${path}.values.${pair.name}`,
                        label: words.form.value,
                        field,
                        value: pair.value,
                        change: (value) => write({ value }),
                      })
                    : nothing
                }
              `;
            },
          })
        : nothing
    }
  `;
}
