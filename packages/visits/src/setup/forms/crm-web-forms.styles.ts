import { css } from 'lit';

export const styles = css`
  .bar {
    border-block-end: 1px solid var(--_border);
  }
  .forms {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .item {
    gap: 0.75rem;
    padding: 1rem;
  }
  .item > * {
    max-inline-size: none;
  }
  .item + .item {
    border-block-start: 1px solid var(--_border);
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .padded {
    padding: 1.25rem 1rem;
  }
  summary {
    min-block-size: 2rem;
    padding-block: 0.25rem;
    color: var(--_muted);
    cursor: pointer;
  }
`;
