import { css } from 'lit';

export const styles = css`
  .heading {
    margin: 0;
    padding-block: 0.75rem;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .scroll {
    overflow-x: auto;
  }
  .nothing {
    margin: 0;
    padding: 0.25rem 1rem 1rem;
    color: var(--_muted);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    max-inline-size: 16rem;
    padding: 0.5rem 0.75rem;
    border-block-start: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  :is(th, td):first-child {
    padding-inline-start: 1rem;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  .number {
    text-align: end;
  }
  tbody tr:hover {
    background: var(--_hover);
  }
  .name {
    border-radius: 2px;
    color: inherit;
    font-weight: 500;
    text-decoration: none;
  }
  a.name:hover {
    color: var(--_accent);
    text-decoration: underline;
  }
`;
