import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface Choice<T extends string> {
  name: string;
  label: string;
  hint?: string;
  options: readonly { value: T; label: string; hint?: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of one of few, all in sight. */
export const renderChoice = <T extends string>(choice: Choice<T>): TemplateResult => html`
  <fieldset aria-describedby=${choice.hint ? `${choice.name}-hint` : nothing}>
    <legend>${choice.label}</legend>
    <div class="options">
      ${choice.options.map(
        ({ value, label, hint }) => html`
          <label class="option">
            <input
              type="radio"
              name=${choice.name}
              .value=${value}
              .checked=${live(value === choice.value)}
              @change=${() => choice.onChange(value)}
            />
            <span>${label} ${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
          </label>
        `,
      )}
    </div>
    ${choice.hint ? html`<p class="hint" id="${choice.name}-hint">${choice.hint}</p>` : nothing}
  </fieldset>
`;

interface Check {
  name: string;
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Yes or no. */
export const renderCheck = ({ name, label, hint, checked, onChange }: Check): TemplateResult => html`
  <label class="option">
    <input
      type="checkbox"
      name=${name}
      .checked=${live(checked)}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    <span>${label} ${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
  </label>
`;
