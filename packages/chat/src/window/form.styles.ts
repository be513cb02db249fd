import { css } from 'lit';

/** The form before the first message, and the main button. */
export const form = css`
  .opening {
    display: grid;
    gap: 0.25rem;
    padding: 1rem;
  }
  .intro {
    display: block;
    margin: 0 0 0.75rem;
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .refusal {
    margin: 0 0 0.75rem;
    padding: 0.625rem 0.75rem;
    border-radius: var(--_radius-small);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .field {
    display: grid;
    gap: 0.25rem;
  }
  label {
    font-weight: 500;
  }
  .field :is(input, textarea) {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid light-dark(#8a91a2, #6b7386);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: inherit;
    /* Smaller text makes phones zoom in. */
    font: 1rem/1.45 var(--_font);
    text-align: start;
  }
  .field textarea {
    min-block-size: 5rem;
    max-block-size: 12rem;
    field-sizing: content;
    resize: none;
  }
  .field :is(input, textarea):focus-visible {
    border-color: var(--_accent);
    outline-offset: -1px;
  }
  .field [aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .problem {
    min-block-size: 1.25rem;
    margin: 0;
    color: var(--_danger);
    font-size: 0.8125rem;
  }
  .primary {
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 90%, black);
  }
`;
