import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    container-type: normal;
  }
  .bell {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .bell:hover,
  .bell[aria-expanded='true'] {
    background: var(--_hover);
    color: var(--_text);
  }
  .count {
    position: absolute;
    inset-block-start: -0.125rem;
    inset-inline-start: 1.125rem;
    min-inline-size: 1.125rem;
    padding-inline: 0.25rem;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.6875rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.125rem;
    text-align: center;
    box-shadow: 0 0 0 2px var(--_surface);
  }
  [part='panel'] {
    inline-size: min(var(--crm-notifications-width, 25rem), calc(100vw - 1rem));
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 12px 32px light-dark(rgb(20 25 40 / 16%), rgb(0 0 0 / 55%));
  }
  [part='panel']:popover-open {
    display: flex;
    flex-direction: column;
  }
  [part='panel']:focus-visible {
    outline: none;
  }
  .bar {
    flex: none;
    flex-wrap: nowrap;
    gap: 0.25rem;
    padding-inline: 1rem 0.5rem;
    border-block-end: 1px solid var(--_border);
  }
  .bar .end {
    flex-wrap: nowrap;
    gap: 0.125rem;
  }
  .bar .button {
    padding-inline: 0.5rem;
    color: var(--_accent);
    white-space: nowrap;
  }
  .bar .back {
    margin-inline-start: -0.5rem;
  }
  .back:dir(rtl) .icon {
    scale: -1 1;
  }
  .content {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .content > .fault {
    padding: 0.5rem 1rem;
    background: var(--_danger-soft);
  }
  .day {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    margin: 0;
    padding: 0.625rem 1rem 0.25rem;
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 600;
  }
  ul {
    margin: 0;
    padding: 0 0.375rem 0.375rem;
    list-style: none;
  }
  .open {
    display: flex;
    gap: 0.75rem;
    align-items: start;
    inline-size: 100%;
    padding: 0.5rem 0.625rem;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .open:hover {
    background: var(--_hover);
  }
  .open:focus-visible {
    outline-offset: -2px;
  }
  .what {
    display: grid;
    flex: 1;
    gap: 0.125rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .sentence b {
    font-weight: 600;
  }
  .notification:not([data-unread]) .sentence {
    color: var(--_muted);
  }
  .notification:not([data-unread]) b {
    font-weight: 500;
    color: var(--_text);
  }
  .when {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .dot {
    flex: none;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    margin-block-start: 0.375rem;
    border-radius: 50%;
    background: var(--_accent);
  }
  .avatar .icon {
    inline-size: 1.125rem;
  }
  .avatar[data-kind='workflow_failed'] {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .state .icon {
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .dot {
      background: Highlight;
    }
    .count {
      border: 1px solid CanvasText;
    }
  }
`;
