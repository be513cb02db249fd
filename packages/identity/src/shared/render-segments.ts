import { html, type TemplateResult } from 'lit';

interface Segments<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of one of few, all in sight. */
export const renderSegments = <T extends string>(segments: Segments<T>): TemplateResult => html`
  <div class="segments" role="group" aria-label=${segments.label}>
    ${segments.options.map(
      ({ value, label }) =>
        html`<button
          type="button"
          aria-pressed=${value === segments.value}
          @click=${() => segments.onChange(value)}
        >
          ${label}
        </button>`,
    )}
  </div>
`;
