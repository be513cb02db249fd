import { css } from 'lit';

export const styles = css`
  .groups > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .line {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 0.5rem;
    padding-block: 0.625rem;
    padding-inline: 1rem 0.75rem;
  }
  .line:hover {
    background: var(--_hover);
  }
  .lines {
    display: grid;
    gap: 0.25rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .lines > bdi,
  .sources {
    padding-inline-start: 1.125rem;
  }
  .chevron {
    margin-inline-end: 0.5rem;
  }
  .details {
    padding-block: 0.75rem 1rem;
    padding-inline: 2.125rem 1rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_raised);
  }
`;
