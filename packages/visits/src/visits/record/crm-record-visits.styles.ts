import { css } from 'lit';

export const styles = css`
  .heading {
    margin: 0;
    padding-block: 0.75rem;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .nothing {
    color: var(--_muted);
  }
  :is(th, td) {
    white-space: nowrap;
  }
  .number {
    text-align: end;
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
