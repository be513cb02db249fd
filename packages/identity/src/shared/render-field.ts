import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

interface Field {
  /** Name of the value in the API. */
  name: string;
  label: string;
  value: string;
  /** Why the value was refused. */
  fault: string | undefined;
  hint?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  onChange: (value: string) => void;
}

interface TextField extends Field {
  type?: 'text' | 'email';
  maxLength: number;
  autocomplete?: AutoFill;
}

interface Option {
  value: string;
  label: string;
}

interface SelectField extends Field {
  options: readonly Option[];
  groups?: ReadonlyMap<string, readonly Option[]>;
  /** Said while nothing is chosen. */
  placeholder?: string;
}

const describedBy = ({ name, fault, hint }: Field): string | undefined =>
  [fault && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined;

const renderFrame = (field: Field, control: TemplateResult): TemplateResult => html`
  <div class="field" part="field">
    <label class=${field.isRequired ? 'required' : ''} for=${field.name}>${field.label}</label>
    ${control} ${field.hint ? html`<p class="hint" id="${field.name}-hint">${field.hint}</p>` : nothing}
    ${field.fault ? html`<p class="fault" id="${field.name}-fault" role="alert">${field.fault}</p>` : nothing}
  </div>
`;

/** A line of text with its label and, when it was refused, why. */
export const renderTextField = (field: TextField): TemplateResult =>
  renderFrame(
    field,
    html`<input
      id=${field.name}
      name=${field.name}
      type=${field.type ?? 'text'}
      .value=${field.value}
      maxlength=${field.maxLength}
      autocomplete=${field.autocomplete ?? 'off'}
      dir="auto"
      ?required=${field.isRequired}
      ?disabled=${field.isDisabled}
      aria-invalid=${field.fault ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(field))}
      @input=${(event: Event) => field.onChange((event.target as HTMLInputElement).value)}
    />`,
  );

/** Some lines of text. */
export const renderTextArea = (field: Omit<TextField, 'type' | 'autocomplete'>): TemplateResult =>
  renderFrame(
    field,
    html`<textarea
      id=${field.name}
      name=${field.name}
      rows="2"
      .value=${field.value}
      maxlength=${field.maxLength}
      dir="auto"
      ?disabled=${field.isDisabled}
      aria-invalid=${field.fault ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(field))}
      @input=${(event: Event) => field.onChange((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );

const renderOption = ({ value, label }: Option, chosen: string) =>
  html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;

/** A choice of one. */
export const renderSelect = (field: SelectField): TemplateResult =>
  renderFrame(
    field,
    html`<select
      id=${field.name}
      name=${field.name}
      ?required=${field.isRequired}
      ?disabled=${field.isDisabled}
      aria-invalid=${field.fault ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(field))}
      @change=${(event: Event) => field.onChange((event.target as HTMLSelectElement).value)}
    >
      ${
        field.value === '' && field.placeholder !== undefined
          ? renderOption({ value: '', label: field.placeholder }, '')
          : nothing
      }
      ${field.options.map((option) => renderOption(option, field.value))}
      ${[...(field.groups ?? [])].map(
        ([label, options]) =>
          html`<optgroup label=${label}>
            ${options.map((option) => renderOption(option, field.value))}
          </optgroup>`,
      )}
    </select>`,
  );
