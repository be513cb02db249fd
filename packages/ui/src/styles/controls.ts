import { css } from 'lit';

/** Labels, inputs, choices and buttons of a form, and the words of an error beside a field. */
export const controls = css`
  label,
  .label {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2.125rem;
    padding: 0.3125rem 0.625rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    min-block-size: 5rem;
    resize: vertical;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0.1875rem;
    accent-color: var(--_accent);
  }
  :is(input, select, textarea):focus-visible {
    border-color: var(--_accent);
    outline-offset: -1px;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
  }
  .field {
    display: grid;
    gap: 0.25rem;
    min-inline-size: 0;
  }
  .hint {
    margin: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .fault {
    margin: 0;
    color: var(--_danger);
    font-size: 0.8125rem;
  }
  .required::after {
    color: var(--_danger);
    content: ' *';
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover:enabled {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .button.danger {
    color: var(--_danger);
  }
  .button.quiet,
  .icon-button {
    border-color: transparent;
    background: none;
    color: var(--_muted);
  }
  .button.quiet:hover,
  .icon-button:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border-style: none;
    border-radius: var(--_radius-small);
    cursor: pointer;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  @media (forced-colors: active) {
    .button.primary {
      border-color: ButtonText;
    }
  }
`;
