import { css } from 'lit';

/** The table of a related list: a line above each row, the titles small. */
export const related = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    max-inline-size: 16rem;
    padding: 0.4375rem 0.75rem;
    border-block-start: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
  }
  :is(th, td):first-child {
    padding-inline-start: 1rem;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
    white-space: nowrap;
  }
  tbody tr:hover {
    background: var(--_hover);
  }
  .nothing {
    margin: 0;
    padding: 0.25rem 1rem 1rem;
  }
`;
