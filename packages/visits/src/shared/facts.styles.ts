import { css } from 'lit';

/** Facts in columns. */
export const facts = css`
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: 0.875rem 1.5rem;
    margin: 0;
    padding: 0.25rem 1rem 1rem;
  }
  .facts > div {
    min-inline-size: 0;
  }
  .facts > [data-wide] {
    grid-column: 1 / -1;
  }
  .facts > [data-wide] .cut {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  dt {
    color: var(--_muted);
    font-size: 0.75rem;
  }
  dd {
    min-block-size: 1.45em;
    margin: 0.125rem 0 0;
  }
`;
