import { html, nothing, type TemplateResult } from 'lit';
import { renderField } from './render-field.js';
import { valueOf } from './view.js';

interface Select {
  path: string;
  label: string;
  value: string;
  /** Value and label of each. */
  options: readonly (readonly [string, string])[];
  fault: string | undefined;
  change: (value: string) => void;
  /** What stands for no choice; without it there always is one. */
  blank?: string;
  required?: boolean;
  labelHidden?: boolean;
}

/** A labelled choice of one. */
export const renderSelect = ({
  value,
  options,
  change,
  blank,
  required = false,
  ...field
}: Select): TemplateResult =>
  renderField({
    ...field,
    required,
    control: (id, describedBy, invalid) => html`
      <select
        id=${id}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${(event: Event) => change(valueOf(event))}
      >
        ${blank === undefined ? nothing : html`<option value="" .selected=${value === ''}>${blank}</option>`}
        ${withValue(options, value).map(
          ([key, label]) => html`<option value=${key} .selected=${key === value}>${label}</option>`,
        )}
      </select>
    `,
  });

/** A value that is no longer offered stays as it is until another is chosen. */
const withValue = (options: Select['options'], value: string): Select['options'] =>
  value === '' || options.some(([key]) => key === value) ? options : [...options, [value, value]];
