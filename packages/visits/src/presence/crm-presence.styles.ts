import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }
  :host([hidden]),
  :host(:not([online])) {
    display: none;
  }
  /* The mark is small; what can be pointed at is not. */
  .mark {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin-block: -0.25rem;
    margin-inline: -0.25rem;
  }
  .dot {
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: 1px solid var(--_positive);
    border-radius: 50%;
    background: var(--_positive);
    box-shadow: 0 0 0 3px var(--_positive-soft);
  }
  .dot[data-stale] {
    background: none;
    box-shadow: none;
  }
  @media (forced-colors: active) {
    .dot {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
    .dot[data-stale] {
      background: none;
    }
  }
`;
