import { css } from 'lit';

export const styles = css`
  .card,
  .settings {
    display: grid;
    gap: 0.75rem;
  }
  .card {
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  summary {
    min-block-size: 2rem;
    padding-block: 0.25rem;
    color: var(--_muted);
    cursor: pointer;
  }
  .card > .row > .heading {
    overflow-wrap: anywhere;
  }
`;
