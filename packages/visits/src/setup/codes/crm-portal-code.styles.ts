import { css } from 'lit';

export const styles = css`
  .card,
  .sites {
    display: grid;
    gap: 0.75rem;
  }
  .card {
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .card > .row > .heading {
    overflow-wrap: anywhere;
  }
`;
