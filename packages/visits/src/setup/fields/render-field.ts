import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

interface Field {
  /** Name of the value in the API. */
  name: string;
  label: string;
  hint?: string | undefined;
  /** Why the value was refused. */
  fault?: string | undefined;
  required?: boolean;
}

interface TextField extends Field {
  value: string;
  maxLength?: number;
  /** Code and addresses run from left to right in every language. */
  ltr?: boolean;
  inputMode?: 'email' | 'url' | 'numeric';
  onInput: (value: string) => void;
}

/** Ids of what is said about a field, for its control. */
const describedBy = ({ name, fault, hint }: Field): string | undefined =>
  [fault && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined;

/** A control with its label, a hint and, when it was refused, why. */
const renderFrame = (field: Field, control: TemplateResult): TemplateResult => html`
  <div class="field">
    <label class=${field.required ? 'required' : ''} for=${field.name}>${field.label}</label>
    ${control} ${renderRemarks(field)}
  </div>
`;

/** The hint of a field and why its value was refused. */
const renderRemarks = ({ name, hint, fault }: Field): TemplateResult => html`
  ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
  ${fault ? html`<p class="fault" id="${name}-fault" role="alert">${fault}</p>` : nothing}
`;

/** A line of text. */
export const renderText = (field: TextField): TemplateResult =>
  renderFrame(
    field,
    html`<input
      id=${field.name}
      name=${field.name}
      type="text"
      autocomplete="off"
      inputmode=${ifDefined(field.inputMode)}
      dir=${field.ltr ? 'ltr' : 'auto'}
      maxlength=${field.maxLength ?? 255}
      ?required=${field.required}
      .value=${live(field.value)}
      aria-invalid=${field.fault ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(field))}
      @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
    />`,
  );

/** Some lines of text. */
export const renderLines = (field: TextField): TemplateResult =>
  renderFrame(
    field,
    html`<textarea
      id=${field.name}
      name=${field.name}
      rows="2"
      dir=${field.ltr ? 'ltr' : 'auto'}
      maxlength=${field.maxLength ?? 4_000}
      ?required=${field.required}
      .value=${live(field.value)}
      aria-invalid=${field.fault ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(field))}
      @input=${(event: Event) => field.onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
