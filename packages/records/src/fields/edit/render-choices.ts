import { html, nothing, type TemplateResult } from 'lit';
import type { FieldDescription } from '../module-meta.js';
import { describedBy, invalid, required, type Editor } from './editor.js';

/** The values of a pick list, and those that the record still has though the list lost them. */
function valuesOf({ pick_list_values: values }: FieldDescription, chosen: readonly string[]) {
  const offered = values.map(({ actual_value: value, display_value: label }) => ({ value, label }));
  const kept = chosen.filter((value) => value && !offered.some((one) => one.value === value));
  return [...offered, ...kept.map((value) => ({ value, label: value }))];
}

export function renderChoice(editor: Editor): TemplateResult {
  const chosen = editor.draft as string;
  const onChange = (event: Event) => editor.onDraft((event.target as HTMLSelectElement).value);
  return html`<select
    class="control"
    id=${editor.id}
    aria-required=${required(editor)}
    aria-invalid=${invalid(editor)}
    aria-describedby=${describedBy(editor)}
    @change=${onChange}
  >
    <option value="" ?selected=${chosen === ''}>– ${editor.terms.none} –</option>
    ${valuesOf(editor.field, [chosen]).map(
      ({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
    )}
  </select>`;
}

/** Boxes to tick: all choices in sight, each reached by keyboard. */
export function renderChoices(editor: Editor): TemplateResult {
  const chosen = editor.draft as readonly string[];
  const onChange = (value: string, { target }: Event) => {
    const others = chosen.filter((one) => one !== value);
    editor.onDraft((target as HTMLInputElement).checked ? [...others, value] : others);
  };
  return html`<div
    class="choices control"
    id=${editor.id}
    role="group"
    aria-label=${editor.field.display_label}
    tabindex="-1"
    aria-describedby=${describedBy(editor)}
  >
    ${valuesOf(editor.field, chosen).map(
      ({ value, label }) =>
        html`<label class="choice">
          <input
            type="checkbox"
            .checked=${chosen.includes(value)}
            @change=${(event: Event) => onChange(value, event)}
          />${label}
        </label>`,
    )}
    ${editor.field.pick_list_values.length === 0 ? editor.terms.none : nothing}
  </div>`;
}
