import { css } from 'lit';

/** A control that opens a menu: its cross, its chevron, and the menu below it. */
export const choice = css`
  .cross,
  .cross::after {
    inline-size: 0.75rem;
    block-size: 1.5px;
    background: currentcolor;
    rotate: 45deg;
  }
  .cross::after {
    display: block;
    rotate: 90deg;
    content: '';
  }
  .chevron {
    flex: none;
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    border: solid var(--_muted);
    border-width: 0 1.5px 1.5px 0;
    translate: 0 -25%;
    rotate: 45deg;
    pointer-events: none;
  }
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
  }
  @media (forced-colors: active) {
    .cross,
    .cross::after {
      background: ButtonText;
    }
  }
`;
