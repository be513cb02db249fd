import { html, type TemplateResult } from 'lit';

interface Select<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of one out of a list. */
export const renderSelect = <T extends string>({
  label,
  options,
  value,
  onChange,
}: Select<T>): TemplateResult => html`
  <label class="field">
    ${label}
    <select @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value as T)}>
      ${options.map(
        (option) =>
          html`<option .value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>
  </label>
`;
