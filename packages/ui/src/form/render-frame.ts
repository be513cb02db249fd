import { html, nothing, type TemplateResult } from 'lit';

/** A value of a form. */
export interface Field {
  /** Name of the value in the API. */
  name: string;
  label: string;
  value: string;
  /** Why the value was refused. */
  fault: string | undefined;
  hint?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  onChange: (value: string) => void;
}

/** Ids of what is said about a field, for its control. */
export const describedBy = ({ name, fault, hint }: Field): string | undefined =>
  [fault && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined;

/** A control with its label, a hint and, when it was refused, why. */
export const renderFrame = (field: Field, control: TemplateResult): TemplateResult => html`
  <div class="field" part="field">
    <label class=${field.isRequired ? 'required' : ''} for=${field.name}>${field.label}</label>
    ${control} ${field.hint ? html`<p class="hint" id="${field.name}-hint">${field.hint}</p>` : nothing}
    ${field.fault ? html`<p class="fault" id="${field.name}-fault" role="alert">${field.fault}</p>` : nothing}
  </div>
`;
