import { css } from 'lit';

/** The sign before what unfolds: it points along the line, and down once it is unfolded. */
export const chevron = css`
  .chevron {
    display: inline-block;
    flex: none;
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    margin-inline: 0.125rem;
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
`;
