import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { renderField } from './render-field.js';
import { valueOf } from './view.js';

interface Text {
  path: string;
  label: string;
  value: string;
  fault: string | undefined;
  change: (value: string) => void;
  type?: 'text' | 'url' | 'number' | 'date' | 'datetime-local';
  required?: boolean;
  hint?: string;
}

/** A labelled line of text, number or date. */
export const renderText = ({
  type = 'text',
  required = false,
  value,
  change,
  ...field
}: Text): TemplateResult =>
  renderField({
    ...field,
    required,
    control: (id, describedBy, invalid) => html`
      <input
        id=${id}
        type=${type}
        .value=${live(value)}
        ?required=${required}
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @input=${(event: Event) => change(valueOf(event))}
      />
    `,
  });
