import { css } from 'lit';

export const styles = css`
  .actions {
    position: relative;
    padding-block: 0.5rem 0.75rem;
    padding-inline: var(--_inset, 1rem) 1rem;
  }
  table {
    inline-size: 100%;
    border-spacing: 0;
    font-size: 0.8125rem;
  }
  th,
  td {
    padding-block: 0.375rem;
    padding-inline: 0 1rem;
    text-align: start;
    vertical-align: top;
  }
  th {
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  td {
    border-block-start: 1px solid var(--_border);
  }
  .number {
    text-align: end;
  }
  .type {
    font-weight: 500;
  }
  .action {
    inline-size: 55%;
    overflow-wrap: anywhere;
  }
  .action .cut {
    white-space: normal;
  }
  .when {
    color: var(--_muted);
  }
  .state {
    margin: 0;
    padding: 1rem;
  }
  @container (inline-size < 34rem) {
    .actions {
      padding-inline-start: 1rem;
    }
    th {
      white-space: normal;
      vertical-align: bottom;
    }
    td,
    th {
      padding-inline-end: 0.5rem;
    }
    .action {
      inline-size: auto;
    }
  }
`;
