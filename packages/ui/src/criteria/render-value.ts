import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '../record-picker/crm-record-picker.js';
import '../user-picker/crm-user-picker.js';
import type { CrmRecordPickedEvent, CrmUserPickedEvent, PickedPerson } from '../events.js';
import type { ValueDrawing } from './drawing.js';
import { renderChoices } from './render-choices.js';
import { renderDate } from './render-date.js';
import { valueEditor } from './value-editor.js';

/** The control for the value of a row, as its field and comparator ask for it. */
export function renderValue(drawing: ValueDrawing): TemplateResult | typeof nothing {
  const { row, field } = drawing;
  switch (valueEditor(row, field)) {
    case 'none':
      return nothing;
    case 'boolean':
      return renderSelect(drawing, [
        { value: 'true', label: drawing.terms.yes },
        { value: 'false', label: drawing.terms.no },
      ]);
    case 'choice':
      return renderSelect(drawing, field.choices);
    case 'choices':
      return renderChoices(drawing);
    case 'people':
      return renderPicks(drawing, renderPerson);
    case 'records':
      return renderPicks(drawing, renderRecord);
    case 'lines':
      return renderLines(drawing);
    case 'date':
      return renderEach(drawing, renderDate);
    case 'text':
      return renderEach(drawing, renderText);
  }
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
const invalid = (fault: string) => (fault ? 'true' : 'false');

type RenderOne = (drawing: ValueDrawing, value: string, change: (value: string) => void) => TemplateResult;

/** One control, or two for what lies between. */
function renderEach(drawing: ValueDrawing, render: RenderOne): TemplateResult {
  const { row, terms, label, change } = drawing;
  const [first = '', second = ''] = row.values;
  if (!row.operator.endsWith('between')) return render(drawing, first, (value) => change([value]));
  return html`<div class="pair">
    ${render({ ...drawing, label: `${label}, ${terms.from}` }, first, (value) => change([value, second]))}
    <span class="muted">${terms.and}</span>
    ${render({ ...drawing, label: `${label}, ${terms.to}` }, second, (value) => change([first, value]))}
  </div>`;
}

const renderText: RenderOne = ({ field, terms, label, fault, disabled }, value, change) => html`
  <input
    type="text"
    dir="auto"
    inputmode=${field.kind === 'number' ? 'decimal' : field.kind === 'bigint' ? 'numeric' : 'text'}
    aria-label=${label}
    aria-invalid=${invalid(fault)}
    aria-describedby=${fault || nothing}
    placeholder=${terms.value}
    ?disabled=${disabled}
    .value=${live(value)}
    @input=${(event: Event) => change(valueOf(event))}
  />
`;

function renderSelect(
  { row, terms, label, fault, disabled, change }: ValueDrawing,
  choices: readonly { value: string; label: string }[],
): TemplateResult {
  const [value = ''] = row.values;
  const isKnown = choices.some((choice) => choice.value === value);
  return html`
    <select
      aria-label=${label}
      aria-invalid=${invalid(fault)}
      aria-describedby=${fault || nothing}
      ?disabled=${disabled}
      @change=${(event: Event) => change([valueOf(event)])}
    >
      ${isKnown ? nothing : html`<option value=${value} selected>${value || terms.choose}</option>`}
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`,
      )}
    </select>
  `;
}

/** Several values of any text, one a line: whatever a value holds, it need not be escaped. */
const renderLines = ({ row, terms, label, fault, disabled, change }: ValueDrawing) => html`
  <textarea
    rows=${Math.min(Math.max(row.values.length, 2), 6)}
    dir="auto"
    aria-label=${label}
    aria-invalid=${invalid(fault)}
    aria-describedby=${fault || nothing}
    placeholder=${terms.onePerLine}
    ?disabled=${disabled}
    .value=${live(row.values.join('\n'))}
    @input=${(event: Event) => change(linesOf(valueOf(event)))}
  ></textarea>
`;

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'));

type RenderPick = (
  drawing: ValueDrawing,
  id: string,
  pick: (id: string | undefined) => void,
) => TemplateResult;

/** A picker for each value; of several, an empty one more. */
function renderPicks(drawing: ValueDrawing, render: RenderPick): TemplateResult {
  const { values, operator } = drawing.row;
  const ids = operator === 'in' || operator === 'not_in' ? [...values, ''] : [values[0] ?? ''];
  return html`<div class="picks">
    ${ids.map((id, index) =>
      render(drawing, id, (picked) =>
        drawing.change(
          ids.map((one, place) => (place === index ? (picked ?? '') : one)).filter((one) => one !== ''),
        ),
      ),
    )}
  </div>`;
}

const personOf = (id: string): PickedPerson | null => (id ? { type: 'user', id, name: '' } : null);

const renderPerson: RenderPick = ({ label, client, disabled, fault, terms }, id, pick) => html`
  <crm-user-picker
    kinds="user"
    current-user
    label-hidden
    label=${label}
    placeholder=${terms.choose}
    .client=${client}
    .value=${personOf(id)}
    ?disabled=${disabled}
    ?data-fault=${fault !== ''}
    @crm-user-picked=${(event: CrmUserPickedEvent) => {
      event.stopPropagation();
      pick(event.value?.id);
    }}
  ></crm-user-picker>
`;

const renderRecord: RenderPick = ({ field, label, client, disabled, fault, terms }, id, pick) => html`
  <crm-record-picker
    module=${field.module ?? ''}
    label-hidden
    label=${label}
    placeholder=${terms.choose}
    .client=${client}
    .value=${id ? { id, name: '' } : null}
    ?disabled=${disabled}
    ?data-fault=${fault !== ''}
    @crm-record-picked=${(event: CrmRecordPickedEvent) => {
      event.stopPropagation();
      pick(event.value?.id);
    }}
  ></crm-record-picker>
`;
