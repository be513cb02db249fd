import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { describedBy, renderFrame, type Field } from './render-frame.js';

interface TextField extends Field {
  type?: 'text' | 'email';
  maxLength: number;
  autocomplete?: AutoFill;
  /** Which keyboard a screen shows; the value is taken as it is. */
  inputMode?: 'email' | 'url' | 'numeric';
  /** Code and addresses run from left to right in every language. */
  isLtr?: boolean;
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

/** A line of text with its label and, when it was refused, why. */
export const renderTextField = (field: TextField): TemplateResult =>
  renderFrame(
    field,
    html`<input
      id=${field.name}
      name=${field.name}
      type=${field.type ?? 'text'}
      .value=${live(field.value)}
      maxlength=${field.maxLength}
      autocomplete=${field.autocomplete ?? 'off'}
      inputmode=${ifDefined(field.inputMode)}
      dir=${field.isLtr ? 'ltr' : 'auto'}
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
      .value=${live(field.value)}
      maxlength=${field.maxLength}
      inputmode=${ifDefined(field.inputMode)}
      dir=${field.isLtr ? 'ltr' : 'auto'}
      ?required=${field.isRequired}
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
