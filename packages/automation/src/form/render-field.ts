import { html, nothing, type TemplateResult } from 'lit';

interface Field {
  /** Path of what it is about; its id is made of it. */
  path: string;
  label: string;
  fault: string | undefined;
  hint?: string;
  required?: boolean;
  /** A heading above says the same to those who see it. */
  labelHidden?: boolean;
  /** @param id of the control @param describedBy ids of what describes it */
  control: (
    id: string,
    describedBy: string | typeof nothing,
    invalid: 'true' | typeof nothing,
  ) => TemplateResult;
}

const idOf = (path: string): string => path.replace(/\W+/g, '-');

/** A labelled control with its hint, and what is wrong with its value. */
export function renderField(field: Field): TemplateResult {
  const { path, label, fault, hint, required = false, labelHidden = false, control } = field;
  const id = idOf(path);
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return html`
    <div class="field" data-path=${path}>
      <label for=${id} class=${labelHidden ? 'visually-hidden' : required ? 'required' : ''}>${label}</label>
      ${control(id, described || nothing, fault ? 'true' : nothing)}
      ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing} ${renderFault(path, fault)}
    </div>
  `;
}

/** What is wrong with a part. */
export const renderFault = (path: string, fault: string | undefined): TemplateResult | typeof nothing =>
  fault ? html`<p class="fault" id=${`${idOf(path)}-fault`}>${fault}</p>` : nothing;
