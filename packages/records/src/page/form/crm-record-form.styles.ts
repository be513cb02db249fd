import { css } from 'lit';

export const styles = css`
  form {
    display: grid;
    gap: 1rem;
    padding: 1rem;
  }
  .heading {
    font-size: 1.125rem;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 0.75rem;
    font-weight: 600;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
    gap: 0.875rem 1.25rem;
    align-items: start;
  }
  .field[data-wide] {
    grid-column: 1 / -1;
  }
  .field[data-check] {
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.125rem;
  }
  .field[data-check] label {
    order: 1;
  }
  .summary {
    margin: 0;
    padding: 0.625rem 0.875rem;
    border-radius: var(--_radius-small);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .summary ul {
    margin: 0.375rem 0 0;
    padding-inline-start: 1.25rem;
  }
  .jump {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  form > .actions {
    position: sticky;
    inset-block-end: 0;
    margin: 0 -1rem -1rem;
    padding: 0.75rem 1rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }
`;
