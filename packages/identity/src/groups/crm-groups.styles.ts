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
    display: inline-block;
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    margin-inline: 0.125rem 0.5rem;
    border: solid var(--_muted);
    border-width: 0 1.5px 1.5px 0;
    rotate: -45deg;
    transition: rotate 0.15s;
  }
  .chevron:dir(rtl) {
    rotate: 135deg;
  }
  [aria-expanded='true'] .chevron {
    rotate: 45deg;
  }
  .details {
    padding-block: 0.75rem 1rem;
    padding-inline: 2.125rem 1rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_raised);
  }
`;
