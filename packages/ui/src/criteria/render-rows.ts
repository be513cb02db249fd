import type { Operator } from '@crm-elements/contract/criteria';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { comparatorText } from './comparators/index.js';
import { setField, setJoin, setOperator, setValues } from './criteria-changes.js';
import { operatorsFor } from './criteria-fields.js';
import { faultOf, MAX_NESTING, rowsOf, type Part, type Row, type Section } from './criteria-state.js';
import type { Drawing } from './drawing.js';
import { renderValue } from './render-value.js';

/** The rows and sections of a section, each with the word that joins it, and what adds to them. */
export function renderSection(section: Section, drawing: Drawing, depth = 0): TemplateResult {
  const { terms, isFull, disabled } = drawing;
  return html`
    ${repeat(
      section.members,
      ({ key }) => key,
      (part, index) => renderPart(part, index, section, drawing, depth),
    )}
    <div class="adders">
      <button
        class="button quiet add"
        type="button"
        data-section=${section.key}
        ?disabled=${disabled || isFull}
        @click=${() => drawing.addRow(section.key)}
      >
        ${terms.addRow}
      </button>
      ${
        depth < MAX_NESTING && section.members.length > 0
          ? html`<button
              class="button quiet"
              type="button"
              ?disabled=${disabled || isFull}
              @click=${() => drawing.addSection(section.key)}
            >
              ${terms.addSection}
            </button>`
          : nothing
      }
    </div>
  `;
}

function renderPart(part: Part, index: number, section: Section, drawing: Drawing, depth: number) {
  const join = renderJoin(index, section, drawing);
  if (part.kind === 'row') return renderRow(part, join, drawing);
  return html`<div class="part">
    ${join}
    <div class="section" part="group" role="group" aria-label=${drawing.terms.section}>
      ${renderSection(part, drawing, depth + 1)}
    </div>
  </div>`;
}

/** The word before a part; the first of a section that can be changed changes them all. */
function renderJoin(index: number, section: Section, drawing: Drawing): TemplateResult {
  const { root, terms, disabled, change } = drawing;
  if (index === 0) return html`<span class="join muted">${section === root ? terms.where : ''}</span>`;
  if (index > 1) return html`<span class="join muted">${terms[section.join]}</span>`;
  const onChange = (event: Event) =>
    change(setJoin(root, section.key, (event.target as HTMLSelectElement).value as Section['join']));
  return html`<span class="join">
    <select aria-label=${terms.joinedBy} ?disabled=${disabled} @change=${onChange}>
      <option value="and" .selected=${section.join === 'and'}>${terms.and}</option>
      <option value="or" .selected=${section.join === 'or'}>${terms.or}</option>
    </select>
  </span>`;
}

function renderRow(row: Row, join: TemplateResult, drawing: Drawing): TemplateResult {
  const { root, fields, terms, comparators, formats, disabled, isChecked, client, change } = drawing;
  const number = formats.number(rowsOf(root).findIndex(({ key }) => key === row.key) + 1);
  const field = fields.get(row.field);
  const fault = isChecked ? faultOf(row, fields) : undefined;
  const faultId = fault ? `fault-${row.key}` : '';
  const label = (what: string) => terms.rowPart(number, what);
  return html`<div class="part">
    ${join}
    <div class="row" part="row" data-key=${row.key} ?data-fault=${fault !== undefined}>
      <span class="number" aria-hidden="true">${number}</span>
      ${renderFieldChoice(row, drawing, label(terms.field), fault === 'field' ? faultId : '')}
      ${
        field
          ? html`
              <select
                class="operator"
                aria-label=${label(terms.comparator)}
                ?disabled=${disabled}
                @change=${(event: Event) => {
                  const operator = (event.target as HTMLSelectElement).value as Operator;
                  change(setOperator(root, row.key, operator));
                }}
              >
                ${operatorsFor(field, row.operator).map(
                  (operator) =>
                    html`<option value=${operator} .selected=${operator === row.operator}>
                      ${comparatorText(comparators, operator, field.kind)}
                    </option>`,
                )}
              </select>
              <div class="value">
                ${renderValue({
                  row,
                  field,
                  terms,
                  client,
                  disabled,
                  label: label(terms.value),
                  fault: faultId,
                  change: (values) => change(setValues(root, row.key, values)),
                })}
              </div>
            `
          : nothing
      }
      <button
        class="icon-button remove"
        type="button"
        aria-label=${terms.remove(number)}
        title=${terms.remove(number)}
        ?disabled=${disabled}
        @click=${() => drawing.remove(row)}
      >
        <span class="cross" aria-hidden="true"></span>
      </button>
      ${fault ? html`<p class="fault" id=${faultId} part="fault">${terms.faults[fault]}</p>` : nothing}
    </div>
  </div>`;
}

function renderFieldChoice(
  row: Row,
  { root, fields, terms, disabled, change }: Drawing,
  label: string,
  fault: string,
) {
  const onChange = (event: Event) => {
    const field = fields.get((event.target as HTMLSelectElement).value);
    if (field) change(setField(root, row.key, field));
  };
  return html`<select
    class="name"
    aria-label=${label}
    aria-invalid=${fault ? 'true' : 'false'}
    aria-describedby=${fault || nothing}
    ?disabled=${disabled}
    @change=${onChange}
  >
    ${row.field ? nothing : html`<option value="" selected>${terms.chooseField}</option>`}
    ${[...fields.values()].map(
      (field) =>
        html`<option value=${field.name} .selected=${field.name === row.field}>${field.label}</option>`,
    )}
  </select>`;
}
